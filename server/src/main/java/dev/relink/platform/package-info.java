/** What every part needs and no part owns: the clock, ids, secrets, settings, the database, readiness. Holds no domain. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.relink.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
