package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.qbxml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The address as it is printed on paper: up to five lines, which QuickBooks returns beside the address in parts. */
final class AddressBlock {
    private static final List<String> ADDRESSES =
            List.of("BillAddress", "ShipAddress", "VendorAddress", "EmployeeAddress", "OtherNameAddress", "Address");

    private AddressBlock() {}

    /** Adds the block of each address in {@code fields}. */
    static void add(Element fields, Element all) {
        for (String name : ADDRESSES) {
            Element address = fields.child(name);
            if (address != null) {
                all.add(block(address, name + "Block"));
            }
        }
    }

    private static Element block(Element address, String name) {
        List<String> lines = new ArrayList<>();
        Stream.of("Addr1", "Addr2", "Addr3", "Addr4", "Addr5")
                .map(address::value)
                .filter(Objects::nonNull)
                .forEach(lines::add);
        String town = town(address);
        if (!town.isEmpty()) {
            lines.add(town);
        }
        String country = address.value("Country");
        if (country != null) {
            lines.add(country);
        }
        Element block = new Element(name);
        for (int i = 0; i < Math.min(5, lines.size()); i++) {
            block.add("Addr" + (i + 1), lines.get(i));
        }
        return block;
    }

    private static String town(Element address) {
        String city = address.value("City");
        String rest = String.join(
                " ",
                Stream.of("State", "PostalCode")
                        .map(address::value)
                        .filter(Objects::nonNull)
                        .toList());
        if (city == null) {
            return rest;
        }
        return rest.isEmpty() ? city : city + ", " + rest;
    }
}
