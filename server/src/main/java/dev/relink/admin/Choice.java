package dev.relink.admin;

/** An entry of a filter's list. */
public record Choice(String value, String label) {}
