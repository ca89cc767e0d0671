/** Why a pending sync is held or retried; exists only while it holds. */
@NullMarked
package dev.relink.syncerror;

import org.jspecify.annotations.NullMarked;
