package dev.relink.quickbooks.desktop.webconnector;

import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of the element at which the parser stands, a piece at a time: constant memory, whatever its size. At its end
 * the parser stands at the element's end tag. Closing it closes nothing.
 */
final class ElementText extends Reader {

    private final XMLStreamReader xml;
    private int at;
    private int left;
    private boolean ended;

    ElementText(XMLStreamReader xml) {
        this.xml = xml;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (left == 0) {
            if (ended || !nextPiece()) {
                return -1;
            }
        }
        int n = Math.min(length, left);
        System.arraycopy(xml.getTextCharacters(), at, target, offset, n);
        at += n;
        left -= n;
        return n;
    }

    private boolean nextPiece() throws IOException {
        try {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    at = xml.getTextStart();
                    left = xml.getTextLength();
                }
                case XMLStreamConstants.END_ELEMENT -> ended = true;
                case XMLStreamConstants.START_ELEMENT ->
                    throw new BrokenBody("<%s> holds elements; qbXML must travel in it as escaped text"
                            .formatted(xml.getLocalName()));
                default -> left = 0;
            }
            return !ended;
        } catch (XMLStreamException e) {
            throw BrokenBody.because(e);
        }
    }

    void skip() throws IOException {
        char[] ignored = new char[4096];
        while (read(ignored, 0, ignored.length) >= 0) {
            continue;
        }
    }

    @Override
    public void close() {}

    /** The body is not well-formed, or ended too early. */
    static final class BrokenBody extends IOException {
        BrokenBody(String message) {
            super(message);
        }

        /** What lies below XML is thrown as it was: too large, cut off. */
        static IOException because(XMLStreamException e) {
            if (e.getNestedException() instanceof IOException below) {
                return below;
            }
            return new BrokenBody(String.valueOf(e.getMessage()));
        }
    }
}
