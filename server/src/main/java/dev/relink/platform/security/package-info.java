/** Who asks, what they may do, and the walls in front of every route: deny unless a rule allows. */
@NullMarked
package dev.relink.platform.security;

import org.jspecify.annotations.NullMarked;
