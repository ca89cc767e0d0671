/**
 * The proof that nothing is lost and nothing is made twice: the real cycle, stores and repairs in a world of one seed, with
 * every accident that can be thought of, judged by the books of practice QuickBooks.
 */
@org.jspecify.annotations.NullMarked
package dev.relink.proof;
