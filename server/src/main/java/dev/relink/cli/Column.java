package dev.relink.cli;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One column of a {@link Table}.
 *
 * @param cell its text in a row, on one line
 */
record Column(String heading, Kind kind, Function<JsonNode, String> cell) {

    /** What becomes of it where the table is too wide. */
    enum Kind {
        /** Stays whole: it is copied into the next command. */
        ID,
        NUMBER,
        /** Cut, with an ellipsis. */
        CUT,
        /** Goes on in the next line. */
        WRAPPED
    }

    static Column id(String heading, String pointer) {
        return new Column(heading, Kind.ID, row -> Text.of(row, pointer));
    }

    static Column number(String heading, String pointer) {
        return new Column(heading, Kind.NUMBER, row -> Text.of(row, pointer));
    }

    static Column text(String heading, String pointer) {
        return new Column(heading, Kind.CUT, row -> Text.of(row, pointer));
    }

    static Column wrapped(String heading, String pointer) {
        return new Column(heading, Kind.WRAPPED, row -> Text.of(row, pointer));
    }

    static Column time(String heading, String pointer) {
        return new Column(heading, Kind.ID, row -> Text.time(row, pointer));
    }

    boolean shrinks() {
        return kind == Kind.CUT || kind == Kind.WRAPPED;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
