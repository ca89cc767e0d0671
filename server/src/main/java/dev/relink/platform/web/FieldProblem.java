package dev.relink.platform.web;

/**
 * What is wrong with one field of a request.
 *
 * @param pointer JSON Pointer (RFC 6901) to the field, such as {@code /lines/0/item}
 * @param message a sentence for the person who must put it right
 */
public record FieldProblem(String pointer, String message) {}
