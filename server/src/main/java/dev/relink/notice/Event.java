package dev.relink.notice;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened to a company.
 *
 * @param code of a cause, as {@code desktop:3120}; empty for all others
 * @param title a cause's name, or a sentence
 */
record Event(long id, Instant at, Kind kind, String code, String variant, String title) {

    enum Kind {
        CAUSE,
        CAUSE_GONE,
        SILENT,
        SEEN_AGAIN,
        STOPPED,
        WORKING_AGAIN,
        WEBHOOK_OFF;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether it takes back what its opposite has said. */
        boolean ends() {
            return switch (this) {
                case CAUSE_GONE, SEEN_AGAIN, WORKING_AGAIN -> true;
                case CAUSE, SILENT, STOPPED, WEBHOOK_OFF -> false;
            };
        }
    }

    /** Events with the same subject are about the same thing: the last one tells how it stands. */
    String subject() {
        return switch (kind) {
            case CAUSE, CAUSE_GONE -> code + " " + variant;
            case SILENT, SEEN_AGAIN -> "silence";
            case STOPPED, WORKING_AGAIN -> "connection";
            case WEBHOOK_OFF -> "webhook " + title;
        };
    }
}
