/** Apps, the consent of a person, and tokens. */
@org.jspecify.annotations.NullMarked
package dev.relink.simulator.online.oauth;
