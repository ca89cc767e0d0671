package dev.relink.admin;

import java.io.Serializable;

/**
 * One sentence above a page's content: what was done, or what was not and why.
 *
 * @param undo where to post to take it back; empty = it cannot be taken back
 */
public record Note(Tone tone, String text, String undo) implements Serializable {

    public static Note done(String text) {
        return new Note(Tone.OK, text, "");
    }

    public static Note refused(String text) {
        return new Note(Tone.ERROR, text, "");
    }

    /** @param address that takes it back when posted to */
    Note withUndo(String address) {
        return new Note(tone, text, address);
    }
}
