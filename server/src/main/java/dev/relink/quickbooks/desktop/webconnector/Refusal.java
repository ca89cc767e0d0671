package dev.relink.quickbooks.desktop.webconnector;

/** Why {@code authenticate} begins no visit. The word is the Web Connector's own; any other would be taken for a path. */
enum Refusal {
    NOTHING_TO_DO("none", "Nothing to do: everything is in step."),
    NOT_VALID(
            "nvu",
            "The user name or the password is wrong. The user name is the company's id in Relink; a new password is made"
                    + " on the company's connection page. After many wrong passwords wait a minute."),
    BUSY(
            "busy",
            "Another Web Connector is at work for this company. Only one at a time may be: it is asked again later.");

    private final String word;
    private final String sentence;

    Refusal(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    static Refusal of(String word) {
        for (Refusal refusal : values()) {
            if (refusal.word.equals(word)) {
                return refusal;
            }
        }
        throw new IllegalArgumentException("No refusal \"" + word + "\"");
    }

    String word() {
        return word;
    }

    String sentence() {
        return sentence;
    }
}
