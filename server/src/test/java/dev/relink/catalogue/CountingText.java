package dev.relink.catalogue;

/** A text that counts how often it is looked at: the work of a pattern, without a clock. */
final class CountingText implements CharSequence {

    private final String text;
    private int looks;

    CountingText(String text) {
        this.text = text;
    }

    /** How often a character was read so far. */
    int looks() {
        return looks;
    }

    @Override
    public char charAt(int index) {
        looks++;
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
