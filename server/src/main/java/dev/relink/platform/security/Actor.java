package dev.relink.platform.security;

import org.jspecify.annotations.Nullable;

/**
 * Who asks: a person or a program with a token. Controllers take it as a parameter.
 *
 * @param name as history and audit show it
 * @param session of a person's browser; null = a program
 */
public record Actor(String name, Access access, @Nullable PersonSession session) {

    /** A program. */
    public Actor(String name, Access access) {
        this(name, access, null);
    }

    /** The session of the person who asks. @throws IllegalStateException for a program: it asks no page */
    public PersonSession person() {
        if (session == null) {
            throw new IllegalStateException(name + " is a program");
        }
        return session;
    }
}
