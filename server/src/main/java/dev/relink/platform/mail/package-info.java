/** Mail that goes out through the mail server of the settings. */
@NullMarked
package dev.relink.platform.mail;

import org.jspecify.annotations.NullMarked;
