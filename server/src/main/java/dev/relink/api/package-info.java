/** JSON for programs, under {@code /api/v1}. */
@NullMarked
package dev.relink.api;

import org.jspecify.annotations.NullMarked;
