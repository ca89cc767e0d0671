/** Events that are sent to the apps of a realm. */
@org.jspecify.annotations.NullMarked
package dev.relink.simulator.online.webhook;
