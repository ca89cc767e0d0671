/** Every outcome and every act; only grows. */
@NullMarked
package dev.relink.history;

import org.jspecify.annotations.NullMarked;
