package dev.relink.entity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/** Countries by the names and codes that people write: QuickBooks Online gives back the ISO code of three letters. */
final class Countries {

    private static final Map<String, String> CODES = codes();

    private Countries() {}

    /** The code of three letters; what is no country stays as it is. */
    static String code(String country) {
        return CODES.getOrDefault(key(country), country.strip());
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (String two : Locale.getISOCountries()) {
            Locale country = Locale.of("", two);
            try {
                String three = country.getISO3Country();
                codes.put(key(three), three);
                codes.put(key(two), three);
                codes.put(key(country.getDisplayCountry(Locale.ENGLISH)), three);
            } catch (MissingResourceException withoutCode) {
                // Nothing to turn it into: it stays as it is written.
            }
        }
        codes.put(key("United States of America"), "USA");
        codes.put(key("UK"), "GBR");
        codes.put(key("Great Britain"), "GBR");
        return Map.copyOf(codes);
    }

    /** Without dots and case: "U.S.A." is "USA". */
    private static String key(String country) {
        return country.strip().replace(".", "").toLowerCase(Locale.ROOT);
    }
}
