/** What may be done about a sync error: one file per repair. */
@NullMarked
package dev.relink.repair;

import org.jspecify.annotations.NullMarked;
