/** What every part needs and no part owns: the clock, ids, secrets, settings, the database, readiness. Holds no domain. */
@NullMarked
package dev.relink.platform;

import org.jspecify.annotations.NullMarked;
