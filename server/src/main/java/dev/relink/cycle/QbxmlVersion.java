package dev.relink.cycle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The qbXML version of a company file: the highest that both sides speak. QuickBooks lists what it speaks in HostRet; the
 * Canadian and British editions write a country before the number, as in {@code CA3.0} and {@code UK2.0}, and expect
 * it in the requests' {@code <?qbxml version="CA3.0"?>} too.
 */
final class QbxmlVersion {

    private static final BigDecimal HIGHEST = new BigDecimal("13.0");
    private static final Pattern VERSION = Pattern.compile("([A-Za-z]{2})?(\\d{1,3}\\.\\d{1,3})");

    private QbxmlVersion() {}

    /**
     * Of equal numbers the plain one counts.
     *
     * @param supported SupportedQBXMLVersion; what is no version is passed over
     * @return 13.0 where none is told
     */
    static String highest(List<String> supported) {
        String highest = null;
        for (String text : supported) {
            Matcher version = VERSION.matcher(text.strip());
            if (version.matches() && number(text).compareTo(HIGHEST) <= 0 && isBetter(text.strip(), highest)) {
                highest = text.strip();
            }
        }
        return Objects.requireNonNullElse(highest, HIGHEST.toPlainString());
    }

    private static boolean isBetter(String version, @Nullable String than) {
        if (than == null) {
            return true;
        }
        int order = number(version).compareTo(number(than));
        return order > 0 || order == 0 && Character.isDigit(version.charAt(0));
    }

    /** Without the country. */
    static BigDecimal number(String version) {
        return new BigDecimal(version.strip().replaceFirst("^[A-Za-z]{2}", ""));
    }
}
