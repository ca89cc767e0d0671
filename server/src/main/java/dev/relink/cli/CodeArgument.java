package dev.relink.cli;

import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.CatalogueEntry;
import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A status code as a person types it: {@code 3120}, {@code online:610}, {@code 0x80040408}, {@code QBWC1042}. */
final class CodeArgument {

    private static final Pattern HRESULT = Pattern.compile("0[xX][0-9A-Fa-f]{8}");

    /** An HRESULT as a signed decimal number, as some logs show it: -2147220472 is 0x80040408. */
    private static final Pattern DECIMAL_HRESULT = Pattern.compile("-2\\d{9}");

    private static final Pattern WEB_CONNECTOR = Pattern.compile("(?i)QBWC\\d{4}");

    private CodeArgument() {}

    /**
     * The codes that may be meant, the likeliest first: a bare number may be known on Desktop and Online.
     *
     * @throws IllegalArgumentException when the text is no code
     */
    static List<StatusCode> read(String text, Catalogue catalogue) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            throw new IllegalArgumentException("The code is empty: write 3120, online:610, 0x80040408 or QBWC1042");
        }
        if (bare.indexOf(':') > 0) {
            return List.of(Catalogue.canonical(StatusCode.parse(bare.toLowerCase(Locale.ROOT))));
        }
        if (HRESULT.matcher(bare).matches() || DECIMAL_HRESULT.matcher(bare).matches()) {
            return List.of(hresult(bare));
        }
        if (WEB_CONNECTOR.matcher(bare).matches()) {
            return List.of(Catalogue.canonical(new StatusCode(Platform.WEB_CONNECTOR, bare)));
        }
        return onEveryPlatform(bare, catalogue);
    }

    private static List<StatusCode> onEveryPlatform(String code, Catalogue catalogue) {
        List<StatusCode> known = catalogue.onEveryPlatform(code).stream()
                .map(CatalogueEntry::code)
                .map(found -> found.code().contains("-") ? new StatusCode(found.platform(), code) : found)
                .toList();
        return known.isEmpty() ? List.of(StatusCode.desktop(code)) : known;
    }

    static StatusCode hresult(String text) {
        String hex = text.startsWith("-") ? "0x%08X".formatted(Integer.parseInt(text)) : text;
        return Catalogue.canonical(StatusCode.hresult(hex));
    }

    /** The code without the platform that may stand before it. */
    static String bare(String text) {
        String bare = text.strip();
        return bare.substring(bare.indexOf(':') + 1);
    }
}
