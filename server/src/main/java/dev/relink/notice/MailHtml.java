package dev.relink.notice;

import org.springframework.web.util.HtmlUtils;

/** A digest as simple HTML: no style sheet, no picture, nothing from elsewhere. Every word of others is escaped. */
final class MailHtml {

    private MailHtml() {}

    static String of(Digest digest) {
        var html = new StringBuilder("<h2>").append(escaped(digest.subject())).append("</h2>\n<ul>\n");
        digest.lines().stream().limit(MailText.MOST).forEach(line -> append(html, line));
        html.append("</ul>\n");
        if (digest.lines().size() > MailText.MOST) {
            html.append("<p>... and ")
                    .append(digest.lines().size() - MailText.MOST)
                    .append(" more.</p>\n");
        }
        return html.append("<p>")
                .append(link(digest.address(), "All of " + digest.name()))
                .append("</p>\n")
                .toString();
    }

    private static void append(StringBuilder html, Digest.Line line) {
        html.append("<li>").append(link(line.link(), line.sentence()));
        if (!line.examples().isEmpty()) {
            html.append("<br>").append(escaped(MailText.examples(line)));
        }
        html.append("</li>\n");
    }

    /** The whole document. */
    static String withFooter(String html, String notices, String unsubscribe) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"></head><body>\n" + html
                + "<hr><p><small>"
                + link(notices, "Choose what you are told") + " · " + link(unsubscribe, "Stop these mails")
                + "</small></p></body></html>\n";
    }

    private static String link(String address, String words) {
        return "<a href=\"" + escaped(address) + "\">" + escaped(words) + "</a>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
