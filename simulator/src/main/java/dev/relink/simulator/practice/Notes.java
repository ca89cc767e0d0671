package dev.relink.simulator.practice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of an act, kept until the page that follows it was shown. */
final class Notes {
    private static final int KEPT = 100;

    private final Map<String, Frame.Note> notes = new LinkedHashMap<>();

    /** Keeps a note and gives its name for the address. */
    synchronized String keep(Frame.Note note) {
        if (notes.size() == KEPT) {
            notes.remove(notes.keySet().iterator().next());
        }
        String name = UUID.randomUUID().toString();
        notes.put(name, note);
        return name;
    }

    synchronized Frame.@Nullable Note take(@Nullable String name) {
        return name == null ? null : notes.remove(name);
    }
}
