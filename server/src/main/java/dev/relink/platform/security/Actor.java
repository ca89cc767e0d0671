package dev.relink.platform.security;

/**
 * Who asks: a person or a program with a token. Controllers take it as a parameter.
 *
 * @param name as history and audit show it
 */
public record Actor(String name, Access access) {}
