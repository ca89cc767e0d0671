package dev.relink.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A program that is told. Its secret is known to it only.
 *
 * @param oldSecretUntil until when messages are signed with the former secret too; null = they are not
 * @param failingSince nothing was taken since then; null = the last message was
 * @param offBecause why it is switched off; null = it is on
 */
public record Webhook(
        long id,
        String url,
        Interest interest,
        String madeBy,
        Instant madeAt,
        @Nullable Instant oldSecretUntil,
        @Nullable Instant failingSince,
        @Nullable String offBecause) {

    /** A webhook whose secret is new. @param secret to be shown once: {@code whsec_...} */
    public record Made(Webhook webhook, String secret) {}

    public boolean isOff() {
        return offBecause != null;
    }
}
