/** The practice QuickBooks program: its web page, its control API, the sample business, and the process. */
@NullMarked
package dev.relink.simulator.practice;

import org.jspecify.annotations.NullMarked;
