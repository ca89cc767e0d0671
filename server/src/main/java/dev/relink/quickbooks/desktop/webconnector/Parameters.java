package dev.relink.quickbooks.desktop.webconnector;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The parameters of an operation, in any order. A missing, empty or nil one is the empty text. */
final class Parameters {

    private final XMLStreamReader xml;
    private final Map<String, String> texts = new HashMap<>();

    /** @param xml stands at the operation's start tag */
    Parameters(XMLStreamReader xml) {
        this.xml = xml;
    }

    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    void readAll() throws IOException {
        if (readUntil("")) {
            throw new IllegalStateException("no parameter has an empty name");
        }
    }

    /**
     * Reads up to the start tag of a parameter.
     *
     * @return whether there was one; else everything is read
     */
    boolean readUntil(String name) throws IOException {
        try {
            for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals(name)) {
                        return true;
                    }
                    readOne();
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw ElementText.BrokenBody.because(e);
        }
    }

    /** The text directly inside; elements of a parameter mean nothing here. */
    private void readOne() throws XMLStreamException {
        String name = xml.getLocalName();
        var text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 1) {
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    }
                }
                default -> {}
            }
        }
        texts.putIfAbsent(name, text.toString());
    }
}
