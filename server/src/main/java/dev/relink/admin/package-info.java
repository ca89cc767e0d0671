/** Pages for people: the frame, sign-in, companies, people, audit, status codes. */
@NullMarked
package dev.relink.admin;

import org.jspecify.annotations.NullMarked;
