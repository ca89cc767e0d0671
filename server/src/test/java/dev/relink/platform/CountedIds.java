package dev.relink.platform;

/** One after the other: the same run has the same ids. */
public final class CountedIds implements Ids {

    private int next;

    /** From the beginning again. */
    public void reset() {
        next = 0;
    }

    @Override
    public String token() {
        return "%032d".formatted(++next);
    }

    @Override
    public String messageSetId() {
        return "SET%017d".formatted(++next);
    }
}
