package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Switches;
import java.nio.charset.Charset;

/** What is left of a text after QuickBooks has stored it. */
final class CodePage {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private CodePage() {}

    static String stored(Switches switches, String text) {
        if (!switches.losesCharactersOutsideCodePage || isAscii(text)) {
            return text;
        }
        return new String(text.getBytes(WINDOWS), WINDOWS);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }
}
