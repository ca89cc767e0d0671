package dev.relink.scenario;

import dev.relink.simulator.desktop.Bookkeeper;
import dev.relink.simulator.desktop.CompanyFile;
import dev.relink.simulator.desktop.ListRow;
import dev.relink.simulator.desktop.TransactionRow;
import dev.relink.simulator.desktop.books.Switches;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A company file as its bookkeeper sees it: records are named by name or number. It is the judge of every story. */
final class Books {

    private static final int ALL = 100_000;

    private final CompanyFile file;

    Books(CompanyFile file) {
        this.file = file;
    }

    CompanyFile file() {
        return file;
    }

    Bookkeeper bookkeeper() {
        return file.bookkeeper();
    }

    Switches switches() {
        return file.switches();
    }

    List<ListRow> list(String type) {
        return bookkeeper().list(type, "", 0, ALL).rows();
    }

    List<String> names(String type) {
        return list(type).stream().map(ListRow::fullName).toList();
    }

    List<TransactionRow> transactions(String type) {
        return bookkeeper().transactions(type, "", 0, ALL).rows();
    }

    ListRow customer(String fullName) {
        return element("Customer", fullName);
    }

    ListRow element(String type, String fullName) {
        return list(type).stream()
                .filter(row -> row.fullName().equals(fullName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type + " " + fullName + " among " + names(type)));
    }

    TransactionRow invoice(String number) {
        return transactions("Invoice").stream()
                .filter(row -> row.refNumber().equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No invoice " + number + " among " + transactions("Invoice")));
    }

    String field(String id, String path) {
        return bookkeeper().fields(id).getOrDefault(path, "");
    }

    Books adds(String name) {
        bookkeeper().add("Customer", name, Map.of());
        return this;
    }

    Books deletes(String... customers) {
        for (String customer : customers) {
            bookkeeper().delete(customer(customer).listId());
        }
        return this;
    }

    Books changes(String customer, String path, String value) {
        bookkeeper().change(customer(customer).listId(), path, value);
        return this;
    }

    /** Names and numbers that live more than once: what must never be. */
    List<String> twins() {
        var names = List.of("Customer", "Item").stream()
                .flatMap(type -> list(type).stream()
                        .map(row -> type + " " + row.fullName().toLowerCase(java.util.Locale.ROOT)));
        var numbers = List.of("Invoice", "ReceivePayment").stream()
                .flatMap(type -> transactions(type).stream()
                        .map(row -> type + " " + row.refNumber() + " " + row.entity() + " " + row.date() + " "
                                + row.total()));
        return java.util.stream.Stream.concat(names, numbers)
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }
}
