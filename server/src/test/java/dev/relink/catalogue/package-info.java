/** What the catalogue and the decoder promise. */
@NullMarked
package dev.relink.catalogue;

import org.jspecify.annotations.NullMarked;
