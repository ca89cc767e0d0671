package dev.relink.platform.mail;

/** Sends mail. */
public interface Letters {

    /** Whether there is a mail server. */
    boolean isSet();

    /**
     * Hands it to the mail server and waits for its yes, at most some 20 seconds.
     *
     * @throws NotSent with what the mail server said
     */
    void send(Letter letter);

    /** The mail server did not take it. */
    final class NotSent extends RuntimeException {

        private final boolean forGood;

        NotSent(String reason, boolean forGood) {
            super(reason);
            this.forGood = forGood;
        }

        /** Whether it is of no use to try again: the address does not exist, or is refused. */
        public boolean forGood() {
            return forGood;
        }

        public String reason() {
            return String.valueOf(getMessage());
        }
    }
}
