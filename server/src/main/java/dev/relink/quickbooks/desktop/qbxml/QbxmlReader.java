package dev.relink.quickbooks.desktop.qbxml;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import dev.relink.connector.Connector.UnreadableAnswer;
import dev.relink.platform.xml.XmlFactory;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A pull parser for answers: moves from element to element and never looks back. */
final class QbxmlReader {

    private final XMLStreamReader xml;

    /** @throws UnreadableAnswer when the text is empty or no XML */
    QbxmlReader(Reader text) {
        try {
            var pushback = new PushbackReader(text);
            int first = pushback.read();
            while (first == '\uFEFF' || first >= 0 && Character.isWhitespace(first)) {
                first = pushback.read();
            }
            if (first < 0) {
                throw new UnreadableAnswer("The answer is empty");
            }
            pushback.unread(first);
            xml = XmlFactory.read(pushback);
        } catch (IOException | XMLStreamException e) {
            throw unreadable(e);
        }
    }

    /** Moves to the next child element; false at the end of the parent. */
    boolean nextChild() {
        while (true) {
            int event = next();
            if (event == START_ELEMENT) {
                return true;
            }
            if (event == END_ELEMENT || event == END_DOCUMENT) {
                return false;
            }
        }
    }

    /** Reads what is behind the last element: only then is the answer whole. */
    void end() {
        while (next() != END_DOCUMENT) {
            // blanks and comments
        }
    }

    String name() {
        return xml.getLocalName();
    }

    @Nullable
    String attribute(String name) {
        var value = xml.getAttributeValue(null, name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The text of a leaf element; of an element with children, null. Consumes it either way. */
    @Nullable
    String text() {
        String only = "";
        StringBuilder more = null;
        boolean leaf = true;
        while (true) {
            int event = next();
            switch (event) {
                case END_ELEMENT -> {
                    return leaf ? more == null ? only : more.toString() : null;
                }
                case START_ELEMENT -> {
                    leaf = false;
                    skip();
                }
                case CHARACTERS, CDATA -> {
                    if (more == null && only.isEmpty()) {
                        only = characters();
                    } else {
                        more = (more == null ? new StringBuilder(only) : more).append(characters());
                    }
                }
                default -> {}
            }
        }
    }

    /** The parser reads text lazily: it may be cut off as late as here. */
    private String characters() {
        try {
            return xml.getText();
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** Consumes the element, whatever is in it. */
    void skip() {
        for (int depth = 1; depth > 0; ) {
            int event = next();
            depth += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
        }
    }

    private int next() {
        try {
            return xml.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    static UnreadableAnswer unreadable(Exception cause) {
        return cause instanceof UnreadableAnswer already
                ? already
                : new UnreadableAnswer("The answer is cut off or is no XML: " + cause.getMessage(), cause);
    }
}
