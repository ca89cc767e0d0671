package dev.relink.entity;

/**
 * What is wrong with one field of a record.
 *
 * @param pointer JSON pointer to the field, empty for the whole record
 * @param message a sentence with the field, the value and the limit
 */
public record Problem(String pointer, String message) {}
