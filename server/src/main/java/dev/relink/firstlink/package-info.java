/** The first link: what the app has and what QuickBooks has are matched by a person before anything is created. */
@NullMarked
package dev.relink.firstlink;

import org.jspecify.annotations.NullMarked;
