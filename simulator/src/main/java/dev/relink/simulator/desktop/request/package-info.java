/** The requests of qbXML: the checks that each must pass, what each does to the books, and what it answers. */
@NullMarked
package dev.relink.simulator.desktop.request;

import org.jspecify.annotations.NullMarked;
