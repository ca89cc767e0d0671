/** The query language: text in, a condition that objects meet or do not, out. */
@org.jspecify.annotations.NullMarked
package dev.relink.simulator.online.query;
