/** An entity type and a direction: off, automatic or on approval. */
@NullMarked
package dev.relink.flow;

import org.jspecify.annotations.NullMarked;
