package dev.relink.catalogue;

/** Gives the few characters that openings are made of small numbers, so that a tree of them is one compact table. */
final class Letters {

    /** One more than openings may use; 0 stands for all other characters, with which no opening goes on. */
    static final int COUNT = 80;

    /** Openings are written in the letters of western languages. */
    private static final int KNOWN = 512;

    private final byte[] numbers = new byte[KNOWN];
    private byte last;

    /** @throws IllegalArgumentException when the openings use stranger or more characters than there is room for */
    void learn(char c) {
        if (c >= KNOWN || numbers[c] == 0 && last + 1 == COUNT) {
            throw new IllegalArgumentException("no room for the character \"" + c + "\" at the beginning of a pattern");
        }
        if (numbers[c] == 0) {
            numbers[c] = ++last;
        }
    }

    int number(char c) {
        return c < KNOWN ? numbers[c] : 0;
    }

    byte[] read(String text) {
        byte[] read = new byte[text.length()];
        for (int i = 0; i < read.length; i++) {
            read[i] = (byte) number(text.charAt(i));
        }
        return read;
    }
}
