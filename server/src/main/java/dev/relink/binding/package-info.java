/** Record ⇄ QuickBooks id, with the edit token and the lines over there. */
@NullMarked
package dev.relink.binding;

import org.jspecify.annotations.NullMarked;
