package dev.relink.app.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A tree-care business in Ohio as its app keeps it. The same at every start but for the dates, which end yesterday.
 * Clients are numbered from 20001, invoices from 10001, payments from 3001; an id is a letter and that number.
 */
final class TreeCare {

    private static final int FIRST_CLIENT = 20_001;
    private static final int FIRST_INVOICE = 10_001;
    private static final int FIRST_PAYMENT = 3_001;
    /** Only every third household has had work done yet; the others can be deleted in QuickBooks. */
    private static final int ONE_HOUSEHOLD_IN = 3;

    /** How much of it there is. */
    record Size(int organisations, int households, int jobs, int items, int invoices, int payments) {}

    private final AppRecords app = new AppRecords();
    private final Random dice = new Random(20_261_124);
    private final LocalDate today;
    private final List<String> billed = new ArrayList<>();
    private final List<String> sold = new ArrayList<>();
    private final Map<String, String> idsByName = new LinkedHashMap<>();
    private int clients;

    TreeCare(Size size, LocalDate today) {
        this(size, today, 0);
    }

    /** @param elsewhere so many names are other people's */
    TreeCare(Size size, LocalDate today, int elsewhere) {
        this.today = today;
        Table.lines("organisations.txt").stream()
                .skip(elsewhere)
                .limit(size.organisations)
                .forEach(this::organisation);
        households(size.households, elsewhere);
        jobs(size);
        Table.rows("items.tsv").stream().limit(size.items).forEach(this::item);
        for (int i = 0; i < size.invoices; i++) {
            String customer = billed.get(dice.nextInt(billed.size()));
            invoice(FIRST_INVOICE + i, customer, today.minusDays(1 + (size.invoices - 1L - i) * 120 / size.invoices));
        }
        for (int i = 0; i < size.payments; i++) {
            payment(FIRST_PAYMENT + i, "i" + (FIRST_INVOICE + i), 12);
        }
    }

    AppRecords app() {
        return app;
    }

    /** @throws IllegalArgumentException when it has no client of that name */
    String idOf(String name) {
        String id = idsByName.get(name);
        if (id == null) {
            throw new IllegalArgumentException("The demo has no client " + name);
        }
        return id;
    }

    private void organisation(String name) {
        String mail = "office@" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "") + ".example";
        billed.add(client(name, Map.of("companyName", name, "email", mail, "terms", named("Net 30"))));
    }

    private void households(int count, int elsewhere) {
        List<String> lastNames = Table.lines("last-names.txt");
        List<String> firstNames = Table.lines("first-names.txt");
        for (int i = 0; i < count; i++) {
            String last = lastNames.get((i + elsewhere) % lastNames.size());
            String first = firstNames.get((i + elsewhere + i / lastNames.size()) % firstNames.size());
            String id = household(last, first);
            if (i % ONE_HOUSEHOLD_IN == 0 && !last.equals("Hollis")) {
                billed.add(id);
            }
        }
    }

    /** A person as QuickBooks sorts them: {@code Hollis, Margaret}. */
    String household(String last, String first) {
        String mail = (first + "." + last + "@example.com").toLowerCase(Locale.ROOT);
        return client(
                last + ", " + first,
                Map.of("firstName", first, "lastName", last, "email", mail, "terms", named("Due on receipt")));
    }

    /** A new client. @return its id */
    String client(String name, Map<String, Object> more) {
        int number = FIRST_CLIENT + clients++;
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", name);
        fields.put("phone", "614-555-%04d".formatted(100 + clients));
        fields.put("accountNumber", "" + number);
        fields.put("billingAddress", address());
        fields.putAll(more);
        app.put("customer", "c" + number, fields);
        idsByName.put(name, "c" + number);
        return "c" + number;
    }

    private Map<String, Object> address() {
        List<String> streets = List.of("Maple Court", "Birch Lane", "Old State Road", "Red Bank Road", "Africa Road");
        List<String> towns = List.of("Westerville 43081", "Delaware 43015", "Powell 43065", "Galena 43021");
        String[] town = towns.get(dice.nextInt(towns.size())).split(" ", 2);
        String street = (100 + dice.nextInt(1900)) + " " + streets.get(dice.nextInt(streets.size()));
        return Map.of("lines", List.of(street), "city", town[0], "state", "OH", "postalCode", town[1]);
    }

    private void jobs(Size size) {
        List<String> places =
                List.of("Entrance beds", "North lot", "Pond side oaks", "Spring pruning", "Storm cleanup");
        for (int i = 0; i < size.jobs; i++) {
            String parent = billed.get(i % size.organisations);
            String place = places.get((i + i / size.organisations) % places.size());
            String id = "j" + (1_001 + i);
            app.put("customer", id, Map.of("name", place, "parent", parent));
            billed.add(id);
        }
    }

    private void item(String[] row) {
        sold.add(item(row[4], row[0], row[1], row[2], row[3], row[5]));
    }

    /** A new item. @return its id */
    String item(String name, String kind, String price, String account, String tax, String description) {
        String id = "s" + (101 + sold.size());
        app.put(
                "item",
                id,
                Map.of(
                        "name", name,
                        "kind", kind,
                        "price", price,
                        "incomeAccount", named(account),
                        "salesTaxCode", named(tax),
                        "description", description));
        return id;
    }

    private void invoice(int number, String customer, LocalDate date) {
        var lines = new ArrayList<Map<String, Object>>();
        for (int i = 1 + dice.nextInt(3); i > 0; i--) {
            lines.add(line(lines.size() + 1, sold.get(dice.nextInt(sold.size())), 1 + dice.nextInt(4)));
        }
        app.put("invoice", "i" + number, invoiceFields(number, customer, date, lines));
    }

    /** An invoice of one line, dated today. @return its id */
    String invoice(int number, String customer, String item, int quantity) {
        app.put("invoice", "i" + number, invoiceFields(number, customer, today, List.of(line(1, item, quantity))));
        return "i" + number;
    }

    private static Map<String, Object> invoiceFields(
            int number, String customer, LocalDate date, List<Map<String, Object>> lines) {
        return Map.of("customer", customer, "number", "" + number, "date", date.toString(), "lines", lines);
    }

    private Map<String, Object> line(int number, String item, int quantity) {
        Map<String, Object> sells = app.fields("item", item);
        return Map.of(
                "id",
                "" + number,
                "item",
                item,
                "description",
                String.valueOf(sells.get("description")),
                "quantity",
                "" + quantity,
                "rate",
                String.valueOf(sells.get("price")));
    }

    /** A check for the whole of an invoice, some days after it. @return its id */
    String payment(int number, String invoice, int daysLater) {
        Map<String, Object> paid = app.fields("invoice", invoice);
        LocalDate due = LocalDate.parse(String.valueOf(paid.get("date"))).plusDays(daysLater);
        String total = total((List<?>) java.util.Objects.requireNonNull(paid.get("lines")));
        app.put(
                "payment",
                "p" + number,
                Map.of(
                        "customer", java.util.Objects.requireNonNull(paid.get("customer")),
                        "date", (due.isAfter(today) ? today : due).toString(),
                        "amount", total,
                        "method", named("Check"),
                        "reference", "PMT-" + number,
                        "appliedTo", List.of(Map.of("invoice", invoice, "amount", total))));
        return "p" + number;
    }

    private static String total(List<?> lines) {
        return lines.stream()
                .map(line -> (Map<?, ?>) line)
                .map(line -> new BigDecimal(String.valueOf(line.get("quantity")))
                        .multiply(new BigDecimal(String.valueOf(line.get("rate")))))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    /** Points at an entry of QuickBooks' own lists. */
    private static Map<String, Object> named(String fullName) {
        return Map.of("name", fullName);
    }
}
