package dev.relink.catalogue;

/** When sending the same again can help. */
public enum Retry implements Word {
    NEVER("Sending again never helps."),
    NEXT_CYCLE("Relink tries again by itself in the next cycle."),
    AFTER_FIX("Sending again helps after the cause is put right."),
    AFTER_LOOK_UP("Relink looks in QuickBooks first, then decides."),
    NOT_COUNTED("Relink sends it again; this does not count as an attempt.");

    private final String sentence;

    Retry(String sentence) {
        this.sentence = sentence;
    }

    /** One sentence for people. */
    public String sentence() {
        return sentence;
    }
}
