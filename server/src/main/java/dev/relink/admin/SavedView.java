package dev.relink.admin;

/** A list with its filters under a name. @param query after the {@code ?} */
public record SavedView(String name, String query) {}
