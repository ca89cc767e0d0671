package dev.relink.simulator.desktop.qbxml;

/** Writes elements as QuickBooks does: the prolog, and what it must escape. */
public final class QbxmlWriter {
    private static final String PROLOG = "<?xml version=\"1.0\" ?>\n";

    private QbxmlWriter() {}

    /** The element alone. */
    public static String text(Element element) {
        StringBuilder out = new StringBuilder();
        write(element, out);
        return out.toString();
    }

    /** A whole answer around {@code messages}, a QBXMLMsgsRs. */
    public static String document(Element messages) {
        StringBuilder out = new StringBuilder(1024).append(PROLOG).append("<QBXML>\n");
        write(messages, out);
        return out.append("\n</QBXML>\n").toString();
    }

    private static void write(Element element, StringBuilder out) {
        out.append('<').append(element.name());
        element.attributes().forEach((name, value) -> {
            out.append(' ').append(name).append("=\"");
            escape(value, true, out);
            out.append('"');
        });
        if (element.children().isEmpty() && element.text().isEmpty()) {
            out.append(" />");
            return;
        }
        out.append('>');
        escape(element.text(), false, out);
        for (Element child : element.children()) {
            write(child, out);
        }
        out.append("</").append(element.name()).append('>');
    }

    private static void escape(String text, boolean attribute, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\r' -> out.append("&#13;");
                case '\n', '\t' -> escapeBlank(c, attribute, out);
                default -> out.append(c);
            }
        }
    }

    /** An attribute would lose line ends and tabs if they stood there as themselves. */
    private static void escapeBlank(char c, boolean attribute, StringBuilder out) {
        if (attribute) {
            out.append("&#").append((int) c).append(';');
        } else {
            out.append(c);
        }
    }
}
