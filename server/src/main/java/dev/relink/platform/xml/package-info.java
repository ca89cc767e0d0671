/** The one place where XML parsers come from. */
@NullMarked
package dev.relink.platform.xml;

import org.jspecify.annotations.NullMarked;
