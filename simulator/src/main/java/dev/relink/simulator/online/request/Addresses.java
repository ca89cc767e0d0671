package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Property;
import dev.relink.simulator.online.books.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Addresses: an Id of their own, the country by its three letters, no coordinates. */
final class Addresses {
    private static final List<String> COORDINATES = List.of("Lat", "Long");
    private static final Map<String, String> COUNTRIES = countries();

    private Addresses() {}

    static void settle(EntityType type, ObjectNode after, Session session) {
        for (Property property : Schema.published().of(type.wireName()).values()) {
            if (property.type().equals("PhysicalAddress")
                    && after.path(property.name()) instanceof ObjectNode address) {
                settle(address, session);
            }
        }
    }

    private static void settle(ObjectNode address, Session session) {
        address.remove(COORDINATES);
        if (!address.has("Id")) {
            address.put("Id", session.books().nextLine("addresses", 1));
        }
        String country = address.path("Country").asString("");
        if (!country.isEmpty()) {
            address.put("Country", COUNTRIES.getOrDefault(country.toUpperCase(Locale.ROOT), country));
        }
    }

    /** From the English name and the two letters to the three letters. */
    private static Map<String, String> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> Locale.of("", code))
                .flatMap(country -> List.of(country.getCountry(), country.getDisplayCountry(Locale.ENGLISH)).stream()
                        .map(name -> Map.entry(name.toUpperCase(Locale.ROOT), country.getISO3Country())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }
}
