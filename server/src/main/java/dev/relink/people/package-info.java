/** People, their roles, and programs' tokens: who may ask, told to the walls in {@code platform.security}. */
@NullMarked
package dev.relink.people;

import org.jspecify.annotations.NullMarked;
