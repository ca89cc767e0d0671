package dev.relink.catalogue;

/**
 * The words of a message that decide what it means, with what stands around them.
 *
 * @param before shortened, where it is long, from its beginning
 * @param words empty when not the words decide but the operation
 * @param after shortened, where it is long, from its end
 */
public record Proof(String before, String words, String after) {

    private static final int AROUND = 90;
    private static final String CUT = "… ";

    static Proof of(String told, int start, int end) {
        return new Proof(lastOf(told.substring(0, start)), told.substring(start, end), firstOf(told.substring(end)));
    }

    private static String lastOf(String text) {
        int from = text.length() - AROUND;
        int blank = from <= 0 ? -1 : text.indexOf(' ', from);
        return from <= 0 ? text : CUT + text.substring(blank < 0 ? from : blank + 1);
    }

    private static String firstOf(String text) {
        int blank = text.length() <= AROUND ? -1 : text.lastIndexOf(' ', AROUND);
        return text.length() <= AROUND ? text : text.substring(0, blank <= 0 ? AROUND : blank) + " …";
    }
}
