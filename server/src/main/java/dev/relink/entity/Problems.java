package dev.relink.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is wrong with a record, at once: the first problem of each field. */
public final class Problems {

    private static final int MOST = 100;
    private final Map<String, Problem> byPointer = new LinkedHashMap<>();

    /** @param message goes on from the pointer: “has 17 characters; ...” */
    public void add(String pointer, String message) {
        if (byPointer.size() < MOST) {
            var sentence = pointer.isEmpty() ? "The record " + message : pointer + " " + message;
            byPointer.putIfAbsent(pointer, new Problem(pointer, sentence));
        }
    }

    public boolean isEmpty() {
        return byPointer.isEmpty();
    }

    /** Whether something is wrong at this pointer. */
    public boolean has(String pointer) {
        return byPointer.containsKey(pointer);
    }

    public List<Problem> list() {
        return new ArrayList<>(byPointer.values());
    }

    /** A value for a message: in quotes, shortened. */
    static String quote(String value) {
        var shown = value.length() > 60 ? value.substring(0, 57) + "..." : value;
        return "\"" + shown.replaceAll("\\p{Cntrl}", "\u00b7") + "\"";
    }
}
