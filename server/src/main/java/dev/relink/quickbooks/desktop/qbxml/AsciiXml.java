package dev.relink.quickbooks.desktop.qbxml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * XML as pure ASCII: QuickBooks answers 0x80040400 to raw accents, so everything above 126 becomes a numeric entity. What
 * XML cannot carry at all (control characters, lone surrogates) becomes a blank; the door has refused it before.
 */
final class AsciiXml {

    private byte[] bytes = new byte[2048];
    private int size;

    /** A start or end tag, encoded once. */
    record Tag(byte[] open, byte[] close) {
        static Tag of(String name) {
            return new Tag(ascii("<" + name + ">"), ascii("</" + name + ">"));
        }
    }

    AsciiXml open(Tag tag) {
        return raw(tag.open());
    }

    AsciiXml close(Tag tag) {
        return raw(tag.close());
    }

    AsciiXml leaf(Tag tag, String text) {
        return open(tag).text(text).close(tag);
    }

    /** For names that are not worth keeping encoded. */
    AsciiXml leaf(String element, String text) {
        return leaf(Tag.of(element), text);
    }

    AsciiXml raw(String ascii) {
        return raw(ascii(ascii));
    }

    AsciiXml attribute(String name, String value) {
        return raw(" " + name + "=\"").text(value).raw("\"");
    }

    private AsciiXml raw(byte[] ascii) {
        room(ascii.length);
        System.arraycopy(ascii, 0, bytes, size, ascii.length);
        size += ascii.length;
        return this;
    }

    AsciiXml text(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '>' && c < 127
                    || c >= ' ' && c != '<' && c != '>' && c != '&' && c != '"' && c < 127
                    || c == '\n') {
                room(1);
                bytes[size++] = (byte) c;
            } else {
                i += entity(text, i);
            }
        }
        return this;
    }

    /** @return how many further characters were used */
    private int entity(String text, int at) {
        int point = text.codePointAt(at);
        switch (point) {
            case '<' -> raw("&lt;");
            case '>' -> raw("&gt;");
            case '&' -> raw("&amp;");
            case '"' -> raw("&quot;");
            default -> raw(isXml(point) ? "&#" + point + ";" : " ");
        }
        return Character.charCount(point) - 1;
    }

    /** Char of XML 1.0, section 2.2. */
    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\r'
                || point >= ' ' && point < 0xD800
                || point > 0xDFFF && point != 0xFFFE && point != 0xFFFF;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
