package dev.relink.catalogue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a guide may leave open, and the plain words that stand there when it is not known. */
public enum Placeholder {
    RECORD("record", "this record"),
    TYPE("type", "record"),
    NAME("name", "this record"),
    NUMBER("number", "this number"),
    OLD_ID("oldId", "the ID that we kept"),
    REFERENCE("reference", "the entry that it names"),
    REFERENCE_TYPE("referenceType", "entry"),
    PLACE("place", "record"),
    FIELD("field", "one of its fields"),
    VALUE("value", "the value that was sent"),
    HEAD("head", "the message"),
    TAIL("tail", "it gave no reason"),
    MESSAGE("message", "nothing more"),
    COMPANY("company", "this company"),
    COMPANY_FILE("companyFile", "the company file"),
    RETRY_AT("retryAt", "the next cycle"),
    LIMIT("limit", "the limit");

    private final String key;
    private final String fallback;

    Placeholder(String key, String fallback) {
        this.key = key;
        this.fallback = fallback;
    }

    /** As written in guides, between braces, and as a named group in message patterns. */
    public String key() {
        return key;
    }

    public String fallback() {
        return fallback;
    }

    /** Whether its value is a kind of ours ("invoice 1042"), which a capital at a sentence's start does not falsify. */
    boolean isOurWord() {
        return this == RECORD || this == TYPE || this == REFERENCE_TYPE || this == PLACE;
    }

    /** Whether its value is a sentence of QuickBooks, with a full stop of its own or without. */
    boolean isMessage() {
        return this == HEAD || this == TAIL || this == MESSAGE;
    }

    boolean isIn(Map<String, String> names) {
        return !names.getOrDefault(key, "").isBlank();
    }

    String from(Map<String, String> names) {
        String known = names.get(key);
        return known == null || known.isBlank() ? fallback : known;
    }

    static Optional<Placeholder> of(String key) {
        return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst();
    }
}
