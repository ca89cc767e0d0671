package dev.relink.entity;

/**
 * One field that is not the same on both sides, in words for a person.
 *
 * @param pointer such as {@code /companyName} or {@code /lines/2}
 */
public record Difference(String pointer, String wanted, String found) {}
