/** What Intuit tells by webhook: a hint to go and read, never state. */
@NullMarked
package dev.relink.quickbooks.online.events;

import org.jspecify.annotations.NullMarked;
