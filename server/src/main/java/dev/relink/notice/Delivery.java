package dev.relink.notice;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way, or arrived, or given up.
 *
 * @param messageId the same at each try: a receiver knows by it what it has already
 * @param recipient a person's or a webhook's id
 * @param to address or URL; empty when it is gone
 * @param tries how often it was tried
 * @param error what the other side said last; empty = nothing
 */
public record Delivery(
        long id,
        String messageId,
        Channel channel,
        long recipient,
        String to,
        String subject,
        State state,
        int tries,
        Instant nextTry,
        Instant madeAt,
        @Nullable Instant sentAt,
        String error) {

    public enum Channel {
        MAIL,
        WEBHOOK;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Channel of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public enum State {
        WAITING,
        SENT,
        FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
