package dev.relink.simulator.practice;

import dev.relink.simulator.online.Bookkeeper;
import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The tree-care company of the tables, in QuickBooks Online. */
final class OnlineTreeCare {
    private final Bookkeeper now;
    private final LocalDate today;
    private final ZoneId zone;

    OnlineTreeCare(Realm realm) {
        this.now = realm.bookkeeper();
        this.zone = realm.profile().zone();
        this.today = LocalDate.ofInstant(realm.now(), zone);
    }

    void fill(Business business) {
        if (business != Business.NONE) {
            setUp(at(today.minusYears(2)));
        }
        if (business == Business.WHOLE) {
            whole();
        }
    }

    Bookkeeper at(LocalDate day) {
        return now.at(day.atTime(LocalTime.of(9, 20)).atZone(zone).toInstant());
    }

    LocalDate today() {
        return today;
    }

    private void setUp(Bookkeeper then) {
        TreeCareTable.rows("accounts").forEach(row -> account(then, row));
        List.of("Residential", "Commercial", "Municipal").forEach(name -> ensure(then, EntityType.CLASS, named(name)));
        List.of("Visa", "MasterCard").forEach(name -> ensure(then, EntityType.PAYMENT_METHOD, named(name)));
        ensure(then, EntityType.CUSTOMER, person("Smith, John", "John", "Smith", "555-0131"));
        ensure(then, EntityType.VENDOR, company("Greenleaf Nursery"));
    }

    private void whole() {
        Bookkeeper then = at(today.minusYears(2));
        TreeCareTable.rows("items").forEach(row -> item(then, row));
        TreeCareTable.rows("vendors").forEach(row -> vendor(then, row));
        List<Map<String, String>> customers = TreeCareTable.rows("customers");
        for (int i = 0; i < customers.size(); i++) {
            customer(at(today.minusDays(700 - 10L * i)), customers.get(i));
        }
        new OnlineTreeCareTrade(this, now).enter(customers);
    }

    private static ObjectNode named(String name) {
        return Json.object().put("Name", name);
    }

    private static ObjectNode company(String name) {
        return Json.object().put("DisplayName", name).put("CompanyName", name);
    }

    private static ObjectNode person(String name, String first, String last, String phone) {
        ObjectNode person =
                Json.object().put("DisplayName", name).put("GivenName", first).put("FamilyName", last);
        person.putObject("PrimaryPhone").put("FreeFormNumber", phone);
        return person;
    }

    /** {@code OtherCurrentAsset} is one word in the tables. */
    private void account(Bookkeeper then, Map<String, String> row) {
        String full = value(row, "name");
        int colon = full.indexOf(':');
        String type = value(row, "type").replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace(" Of ", " of ");
        ObjectNode account = named(full.substring(colon + 1)).put("AccountType", type);
        put(account, "Description", value(row, "description"));
        if (colon > 0) {
            account.put("SubAccount", true).set("ParentRef", ref(EntityType.ACCOUNT, full.substring(0, colon)));
        }
        if (!has(EntityType.ACCOUNT, full)) {
            then.enter(EntityType.ACCOUNT, account);
        }
    }

    private void item(Bookkeeper then, Map<String, String> row) {
        ObjectNode item = named(value(row, "name"))
                .put("Type", value(row, "type").equals("ItemService") ? "Service" : "NonInventory")
                .put("Description", value(row, "description"))
                .put("UnitPrice", new BigDecimal(value(row, "price")))
                .put("Taxable", value(row, "taxable").equals("yes"));
        item.set("IncomeAccountRef", ref(EntityType.ACCOUNT, value(row, "account")));
        ensure(then, EntityType.ITEM, item);
    }

    private void vendor(Bookkeeper then, Map<String, String> row) {
        ObjectNode vendor = company(value(row, "name"));
        vendor.putObject("PrimaryPhone").put("FreeFormNumber", value(row, "phone"));
        address(vendor, row);
        ensure(then, EntityType.VENDOR, vendor);
    }

    private void customer(Bookkeeper then, Map<String, String> row) {
        ObjectNode customer = person(value(row, "name"), value(row, "first"), value(row, "last"), value(row, "phone"));
        put(customer, "CompanyName", value(row, "company"));
        address(customer, row);
        customer.set("SalesTermRef", ref(EntityType.TERM, value(row, "terms")));
        String parent = value(row, "parent");
        if (!parent.isEmpty()) {
            customer.put("Job", true).set("ParentRef", ref(EntityType.CUSTOMER, parent));
        }
        ensure(then, EntityType.CUSTOMER, customer);
    }

    private static void address(ObjectNode somebody, Map<String, String> row) {
        if (!value(row, "city").isEmpty()) {
            somebody.putObject("BillAddr")
                    .put("Line1", value(row, "street"))
                    .put("City", value(row, "city"))
                    .put("CountrySubDivisionCode", "OH")
                    .put("PostalCode", value(row, "zip"));
        }
    }

    private void ensure(Bookkeeper then, EntityType type, ObjectNode fields) {
        if (!has(type, fields.path(type.nameProperty()).asString())) {
            then.enter(type, fields);
        }
    }

    private boolean has(EntityType type, String name) {
        return now.all(type).stream()
                .anyMatch(each -> each.name().equalsIgnoreCase(name)
                        || each.text("FullyQualifiedName").equalsIgnoreCase(name));
    }

    ObjectNode ref(EntityType type, String name) {
        return name.isEmpty() ? Json.object() : Json.ref(now.find(type, name).id());
    }

    static String value(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static void put(ObjectNode fields, String property, String value) {
        if (!value.isEmpty()) {
            fields.put(property, value);
        }
    }
}
