package dev.relink.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A label and, beside it, text in lines of 80 columns at most; each paragraph and step begins a line. */
final class Labelled {

    private static final int WIDTH = 80;
    private static final int INDENT = 14;

    private final PrintWriter out;

    Labelled(PrintWriter out) {
        this.out = out;
    }

    /** Nothing where there is no text. */
    void say(String label, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return;
        }
        String before = label;
        for (String paragraph : text.replace("**", "").strip().split("\n\\s*\n")) {
            for (String line : Text.wrap(paragraph.replaceAll("\\s+", " "), WIDTH - INDENT)) {
                out.println(before + " ".repeat(Math.max(1, INDENT - before.length())) + line);
                before = "";
            }
        }
    }
}
