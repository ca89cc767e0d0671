package dev.relink.notice;

/** A digest as plain text. */
final class MailText {

    /** More is read on the page. */
    static final int MOST = 20;

    private MailText() {}

    static String of(Digest digest) {
        var text = new StringBuilder(digest.subject()).append("\n");
        digest.lines().stream().limit(MOST).forEach(line -> append(text, line));
        if (digest.lines().size() > MOST) {
            text.append("\n... and ").append(digest.lines().size() - MOST).append(" more.\n");
        }
        return text.append("\nAll of ")
                .append(digest.name())
                .append(": ")
                .append(digest.address())
                .append("\n")
                .toString();
    }

    private static void append(StringBuilder text, Digest.Line line) {
        text.append("\n* ").append(line.sentence()).append("\n");
        if (!line.examples().isEmpty()) {
            text.append("  ").append(examples(line)).append("\n");
        }
        text.append("  ").append(line.link()).append("\n");
    }

    /** "Hollis, Margaret; Reyes, Ana; ..." */
    static String examples(Digest.Line line) {
        return String.join("; ", line.examples())
                + (line.records() > line.examples().size() ? "; ..." : "");
    }

    static String withFooter(String text, String notices, String unsubscribe) {
        return text + "\n--\nYou get this because you asked for it at " + notices + "\nStop these mails: " + unsubscribe
                + "\n";
    }
}
