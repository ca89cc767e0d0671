package dev.relink.platform.security;

/** Decides whether somebody whom the provider knows gets in. */
public interface ProviderAccounts {

    /** @return the person's id @throws NotAdmitted with the reason */
    long admit(ProviderIdentity identity);

    /** Why somebody is not let in, or does not come through. */
    enum Reason {
        NOT_INVITED(
                "Not signed in: your account at the provider is fine, but nobody has invited you to Relink under its"
                        + " e-mail address. Ask an administrator of Relink."),
        UNVERIFIED(
                "Not signed in: the provider has not verified your e-mail address. Let it do so, then sign in again."),
        OTHER_ACCOUNT(
                "Not signed in: this e-mail address belongs to another account of the provider here. An administrator"
                        + " of Relink can remove you and invite you again."),
        PROVIDER("Not signed in: the provider did not confirm who you are. Try again; when that does not help, an"
                + " administrator finds the reason in the server's log.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** For the page. */
        public String sentence() {
            return sentence;
        }
    }

    /** Who is known to the provider does not get in here. */
    final class NotAdmitted extends RuntimeException {

        private final Reason reason;

        public NotAdmitted(Reason reason) {
            super(reason.sentence());
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }
}
