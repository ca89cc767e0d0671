package dev.relink.simulator.desktop;

import java.util.List;

/**
 * Part of a list as a window shows it.
 *
 * @param rows the rows of this page
 * @param total how many rows there are on all pages
 */
public record Page<T>(List<T> rows, int total) {}
