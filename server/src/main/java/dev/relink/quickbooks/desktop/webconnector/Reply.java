package dev.relink.quickbooks.desktop.webconnector;

import java.util.List;

/** What a call is answered with. */
sealed interface Reply {

    record Text(String text) implements Reply {}

    /** A message set: UTF-8, handed out byte for byte, escaped. */
    record QbXml(byte[] body) implements Reply {}

    record Number(int number) implements Reply {}

    record Texts(List<String> texts) implements Reply {}

    static Reply text(String text) {
        return new Text(text);
    }
}
