/** Practice QuickBooks Desktop: the company file, the request processor in front of it, and the person at its keyboard. */
@NullMarked
package dev.relink.simulator.desktop;

import org.jspecify.annotations.NullMarked;
