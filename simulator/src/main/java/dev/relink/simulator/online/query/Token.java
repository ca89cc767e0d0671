package dev.relink.simulator.online.query;

/**
 * A piece of a query.
 *
 * @param text what it says; of a quoted one without quotes and escapes
 */
record Token(Kind kind, String text) {
    enum Kind {
        WORD,
        QUOTED,
        SIGN,
        END
    }

    boolean is(String word) {
        return kind != Kind.QUOTED && text.equalsIgnoreCase(word);
    }
}
