package dev.relink.simulator.online.books;

/** What may stand in a property. */
public enum Kind {
    TEXT,
    DECIMAL,
    WHOLE,
    FLAG,
    DATE,
    TIME,
    ENUM,
    /** A link to another object: {@code {"value", "name"}}. */
    REF,
    /** An object of a type of its own. */
    OBJECT,
    /** Anything; never looked into. */
    ANY;

    static Kind of(String word) {
        return switch (word) {
            case "text" -> TEXT;
            case "decimal" -> DECIMAL;
            case "whole" -> WHOLE;
            case "flag" -> FLAG;
            case "date" -> DATE;
            case "time" -> TIME;
            case "enum" -> ENUM;
            case "ref" -> REF;
            case "any" -> ANY;
            default -> OBJECT;
        };
    }
}
