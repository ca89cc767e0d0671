/** What a realm keeps: objects by type, each with its versions, and what was deleted. */
@org.jspecify.annotations.NullMarked
package dev.relink.simulator.online.books;
