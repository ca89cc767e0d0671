/** What a realm does with a request: the rules of reading and writing, before any HTTP. */
@org.jspecify.annotations.NullMarked
package dev.relink.simulator.online.request;
