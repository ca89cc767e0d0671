package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.platform.xml.XmlFactory;
import java.io.Reader;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Copies the elements of one request, indented, for a person to read. */
final class Excerpt {

    private static final int MOST = 64_000;

    private final XMLStreamReader xml;
    private final String requestId;
    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean copying;
    private boolean leaf;

    private Excerpt(XMLStreamReader xml, String requestId) {
        this.xml = xml;
        this.requestId = requestId;
    }

    /** Of a text that is cut off: what there is of it. */
    static Optional<String> of(Reader text, String requestId) {
        StringBuilder out = new StringBuilder();
        try {
            var excerpt = new Excerpt(XmlFactory.read(text), requestId);
            out = excerpt.out;
            excerpt.copy();
        } catch (XMLStreamException | RuntimeException e) {
            out.append(out.isEmpty() ? "" : "\n... (cut off)");
        }
        return out.isEmpty() ? Optional.empty() : Optional.of(out.toString().strip());
    }

    private void copy() throws XMLStreamException {
        while (xml.hasNext() && out.length() < MOST) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (copying && !xml.isWhiteSpace()) {
                        out.append(escaped(xml.getText()));
                    }
                }
                default -> {}
            }
        }
        if (out.length() >= MOST) {
            out.append("\n... (shortened)");
        }
    }

    private void start() {
        depth++;
        copying |= depth == 3 && isOf(xml.getAttributeValue(null, "requestID"));
        if (copying) {
            indent();
            out.append('<').append(xml.getLocalName());
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                out.append(' ').append(xml.getAttributeLocalName(i)).append("=\"");
                out.append(escaped(xml.getAttributeValue(i)).replace("\"", "&quot;"))
                        .append('"');
            }
            out.append('>');
            leaf = true;
        }
    }

    private void end() {
        if (copying) {
            if (!leaf) {
                indent();
            }
            out.append("</").append(xml.getLocalName()).append('>');
            leaf = false;
        }
        depth--;
        copying &= depth >= 3;
    }

    private void indent() {
        out.append('\n').append("  ".repeat(depth - 3));
    }

    /** Host, company and preferences carry one letter behind the id that they share. */
    private boolean isOf(@Nullable String id) {
        return id != null
                && id.startsWith(requestId)
                && (id.length() == requestId.length()
                        || id.length() == requestId.length() + 1 && "hcp".indexOf(id.charAt(id.length() - 1)) >= 0);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
