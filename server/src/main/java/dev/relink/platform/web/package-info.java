/** How a request is refused, told to programs (RFC 9457) and to people in the same words. */
@NullMarked
package dev.relink.platform.web;

import org.jspecify.annotations.NullMarked;
