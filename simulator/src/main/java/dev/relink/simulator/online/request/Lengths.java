package dev.relink.simulator.online.request;

import java.util.Map;

/** How many characters a property takes, by Intuit's reference. */
final class Lengths {
    private static final int OTHERS = 4_000;
    private static final Map<String, Integer> MAX = Map.ofEntries(
            Map.entry("DocNumber", 21),
            Map.entry("PaymentRefNum", 21),
            Map.entry("DisplayName", 500),
            Map.entry("GivenName", 100),
            Map.entry("MiddleName", 100),
            Map.entry("FamilyName", 100),
            Map.entry("CompanyName", 100),
            Map.entry("PrintOnCheckName", 110),
            Map.entry("Title", 16),
            Map.entry("Suffix", 16),
            Map.entry("Name", 100),
            Map.entry("Sku", 100),
            Map.entry("AcctNum", 100),
            Map.entry("FreeFormNumber", 30),
            Map.entry("Address", 100),
            Map.entry("Line1", 500),
            Map.entry("City", 255),
            Map.entry("PostalCode", 30),
            Map.entry("PrivateNote", 4_000),
            Map.entry("StringValue", 31));

    private Lengths() {}

    static int of(String property) {
        return MAX.getOrDefault(property, OTHERS);
    }
}
