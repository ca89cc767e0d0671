package dev.relink.admin;

import java.io.Serializable;

/** One sentence above a page's content: what was done, or what was not and why. */
public record Note(Tone tone, String text) implements Serializable {

    public static Note done(String text) {
        return new Note(Tone.OK, text);
    }

    public static Note refused(String text) {
        return new Note(Tone.ERROR, text);
    }
}
