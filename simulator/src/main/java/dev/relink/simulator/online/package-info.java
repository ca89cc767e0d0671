/** QuickBooks Online as seen from the wire: realms, their apps, their troubles. Knows nothing of the server. */
@org.jspecify.annotations.NullMarked
package dev.relink.simulator.online;
