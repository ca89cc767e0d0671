/** HTTP: who may ask, in which form, how fast, and what goes wrong on the way. */
@org.jspecify.annotations.NullMarked
package dev.relink.simulator.online.wire;
