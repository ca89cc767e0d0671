package dev.relink.simulator.desktop;

/**
 * A backup of a company file: all of it, as text.
 *
 * @param content what {@link CompanyFile#save} writes
 */
public record Snapshot(String content) {}
