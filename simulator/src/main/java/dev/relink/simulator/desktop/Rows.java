package dev.relink.simulator.desktop;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.Space;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.request.Form;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Prints records as the rows of a window. */
final class Rows {
    /** What helps a person to recognise a list element, the first that it has. */
    private static final List<String> NOTES = List.of(
            "AccountType",
            "SalesOrPurchase/Price",
            "SalesAndPurchase/SalesPrice",
            "SalesPrice",
            "TaxRate",
            "DiscountRatePercent",
            "BillAddress/City",
            "VendorAddress/City",
            "CompanyName",
            "Email",
            "StdDueDays",
            "CurrencyCode");

    private final Books books;

    Rows(Books books) {
        this.books = books;
    }

    Page<ListRow> list(String type, String search, int offset, int limit) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return page(
                types(type).stream()
                        .flatMap(one -> books.lists().all(one).stream())
                        .map(this::row)
                        .filter(row -> contains(wanted, row.fullName(), row.note()))
                        .sorted(Comparator.comparing(ListRow::fullName, String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                offset,
                limit);
    }

    Page<TransactionRow> transactions(String type, String search, int offset, int limit) {
        TxnType txnType = TxnType.named(type);
        if (txnType == null) {
            throw new Refused("There are no transactions of the type " + type);
        }
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return page(
                books.register().all(txnType).stream()
                        .map(this::row)
                        .filter(row -> contains(wanted, row.refNumber(), row.entity(), row.memo()))
                        .toList()
                        .reversed(),
                offset,
                limit);
    }

    ListRow row(ListElement element) {
        return new ListRow(
                element.id(),
                element.type().label(),
                element.name(),
                element.fullName(),
                element.sublevel(),
                element.active(),
                element.editSequence(),
                element.type() == ListType.CUSTOMER ? element.totalBalance() : null,
                note(element),
                books.company().openRecords().contains(element.id()));
    }

    private TransactionRow row(Transaction transaction) {
        return new TransactionRow(
                transaction.id(),
                transaction.type().label(),
                transaction.heading().refNumber(),
                transaction.customer().fullName(),
                transaction.heading().date(),
                transaction.totals().total(),
                transaction.remaining(),
                Objects.requireNonNullElse(transaction.fields().value("Memo"), ""),
                transaction.voided(),
                transaction.editSequence(),
                books.company().openRecords().contains(transaction.id()));
    }

    private static List<ListType> types(String type) {
        return switch (type) {
            case "Item" -> ListType.in(Space.ITEM);
            case "Entity" -> ListType.in(Space.ENTITY);
            case "Terms" -> ListType.in(Space.TERMS);
            default -> {
                ListType one = ListType.named(type);
                if (one == null) {
                    throw new Refused("There is no list " + type);
                }
                yield List.of(one);
            }
        };
    }

    private static String note(ListElement element) {
        Map<String, String> fields = Form.read(element.fields());
        return NOTES.stream()
                .map(fields::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static boolean contains(String wanted, String... texts) {
        return wanted.isEmpty()
                || Stream.of(texts)
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static <T> Page<T> page(List<T> all, int offset, int limit) {
        int from = Math.clamp(offset, 0, all.size());
        int to = Math.clamp((long) from + limit, from, all.size());
        return new Page<>(all.subList(from, to), all.size());
    }
}
