package dev.relink.platform.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param id the part of its Message-ID before the {@code @}: a second sending of the same letter is recognised
 * @param html null = plain text only
 * @param unsubscribe where one click ends mails of this kind (RFC 8058); null = nothing to end
 */
public record Letter(
        String id,
        String to,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String unsubscribe) {}
