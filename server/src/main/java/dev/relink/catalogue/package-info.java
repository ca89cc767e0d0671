/** All known status codes and what to tell a person about each: one Markdown file per code, one decoder over them. */
@NullMarked
package dev.relink.catalogue;

import org.jspecify.annotations.NullMarked;
