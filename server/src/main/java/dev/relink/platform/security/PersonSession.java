package dev.relink.platform.security;

import java.io.Serializable;

/**
 * What a browser's session remembers: who, and under which number it is listed. Names and rights are read anew on each
 * request, and a session that was ended elsewhere is found ended.
 */
public record PersonSession(long person, long id) implements Serializable {}
