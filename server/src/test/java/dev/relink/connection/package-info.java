/** What the diagnosis of a connection promises. */
@NullMarked
package dev.relink.connection;

import org.jspecify.annotations.NullMarked;
