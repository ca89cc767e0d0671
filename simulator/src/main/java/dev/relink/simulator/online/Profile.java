package dev.relink.simulator.online;

import java.time.ZoneId;

/**
 * What a realm is, once and for all.
 *
 * @param id realmId: digits
 * @param country two letters; tax works differently outside the US
 * @param currency the company's own, three letters
 * @param production whether it lives in production; otherwise in the sandbox
 */
public record Profile(String id, String name, String country, String currency, ZoneId zone, boolean production) {
    /** A company of the east of the United States. */
    public static Profile american(String id, String name) {
        return new Profile(id, name, "US", "USD", ZoneId.of("America/New_York"), true);
    }

    public Profile {
        if (!id.matches("\\d{1,19}")) {
            throw new IllegalArgumentException("a realmId is 1 to 19 digits, not " + id);
        }
    }
}
