package dev.relink.admin;

import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.CatalogueEntry;
import dev.relink.connector.StatusCode;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds codes by whatever somebody typed or pasted: words, a number, a code, a line of a log. */
final class PastedText {

    /** {@code desktop:3120}, {@code 0x80040408}, {@code QBWC1042}, {@code 3120}. */
    private static final Pattern CODE = Pattern.compile(
            "(?i)\\b(?:(?:desktop|online|hresult|web-connector):\\w+|0x[0-9a-f]{8}|QBWC\\d{4}|\\d{1,5})\\b");

    private PastedText() {}

    static List<CatalogueEntry> find(String text, Catalogue catalogue) {
        List<CatalogueEntry> byCode = CODE.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(code -> byCode(code, catalogue))
                .distinct()
                .toList();
        if (!byCode.isEmpty()) {
            return byCode;
        }
        List<CatalogueEntry> byWords = catalogue.search(text);
        return byWords.isEmpty() ? catalogue.saying(text) : byWords;
    }

    private static Stream<CatalogueEntry> byCode(String code, Catalogue catalogue) {
        return code.contains(":")
                ? catalogue.find(StatusCode.parse(code.toLowerCase(Locale.ROOT))).stream()
                : catalogue.onEveryPlatform(code).stream();
    }
}
