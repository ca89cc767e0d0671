/** Whose books are kept in step. Depends on nothing. */
@NullMarked
package dev.relink.company;

import org.jspecify.annotations.NullMarked;
