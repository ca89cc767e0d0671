package dev.relink.platform;

import org.jspecify.annotations.Nullable;

/**
 * The mail server (SMTP) through which invitations and notices go.
 *
 * @param tls {@code starttls} (required, not merely offered), {@code tls} from the first byte on, or {@code none}
 * @param from the sender's address
 */
public record MailSettings(
        String host,
        int port,
        @Nullable String username,
        @Nullable String password,
        String from,
        String tls) {

    /** Without the password. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + tls + "]";
    }
}
