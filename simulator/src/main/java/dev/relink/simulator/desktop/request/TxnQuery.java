package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Entry;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** InvoiceQuery and its like. */
final class TxnQuery extends Query {
    private static final Set<String> NOT_PRACTISED = Set.of("AccountFilter", "CurrencyFilter");

    private final TxnType type;

    TxnQuery(TxnType type) {
        this.type = type;
    }

    @Override
    List<Entry> select(Call call) throws RequestFailed {
        Element request = call.request();
        if (request.child("TxnID") != null) {
            return byId(call);
        }
        boolean caseMatters = request.child("RefNumberCaseSensitive") != null;
        if (caseMatters || request.child("RefNumber") != null) {
            return byNumber(call, caseMatters);
        }
        return filtered(call);
    }

    private List<Entry> byId(Call call) throws RequestFailed {
        List<Entry> found = new ArrayList<>();
        for (Element txnId : call.request().all("TxnID").toList()) {
            Transaction transaction = call.books().register().get(txnId.text());
            if (transaction == null || transaction.type() != type) {
                throw deadId(call, txnId.text());
            }
            found.add(transaction);
        }
        return found;
    }

    private List<Entry> byNumber(Call call, boolean caseMatters) throws RequestFailed {
        List<Entry> found = new ArrayList<>();
        String name = caseMatters ? "RefNumberCaseSensitive" : "RefNumber";
        for (Element number : call.request().all(name).toList()) {
            List<Transaction> numbered = call.books().register().numbered(type, number.text()).stream()
                    .filter(one -> !caseMatters || one.heading().refNumber().equals(number.text()))
                    .toList();
            if (numbered.isEmpty()) {
                throw Status.incompleteQuery(number.text());
            }
            found.addAll(numbered);
        }
        return found;
    }

    private List<Entry> filtered(Call call) throws RequestFailed {
        for (Element child : call.request().children()) {
            if (NOT_PRACTISED.contains(child.name())) {
                throw Status.notSupported();
            }
        }
        Predicate<Transaction> filter = filter(call);
        return call.books().register().all(type).stream()
                .filter(filter)
                .map(Entry.class::cast)
                .toList();
    }

    private static Predicate<Transaction> filter(Call call) throws RequestFailed {
        Element request = call.request();
        Predicate<Instant> modified = Ranges.time(
                request.child("ModifiedDateRangeFilter"),
                "FromModifiedDate",
                "ToModifiedDate",
                call.books().times());
        Predicate<LocalDate> date =
                Ranges.date(request.child("TxnDateRangeFilter"), call.books().today());
        Predicate<String> number = Ranges.text(request.child("RefNumberFilter"), "RefNumber");
        Predicate<String> range =
                Ranges.textRange(request.child("RefNumberRangeFilter"), "FromRefNumber", "ToRefNumber");
        Predicate<ListElement> entity = entity(call.books(), request.child("EntityFilter"));
        String paid = request.value("PaidStatus");
        return transaction -> modified.test(transaction.modified())
                && date.test(transaction.heading().date())
                && number.test(transaction.heading().refNumber())
                && range.test(transaction.heading().refNumber())
                && entity.test(transaction.customer())
                && paid(paid, transaction);
    }

    private static boolean paid(@Nullable String status, Transaction transaction) {
        boolean isPaid = transaction.remaining().signum() == 0;
        return switch (status) {
            case "PaidOnly" -> isPaid;
            case "NotPaidOnly" -> !isPaid;
            case null, default -> true;
        };
    }

    private static Predicate<ListElement> entity(Books books, @Nullable Element filter) throws RequestFailed {
        if (filter == null) {
            return _ -> true;
        }
        Set<ListElement> exactly = new HashSet<>();
        Set<ListElement> withJobs = new HashSet<>();
        for (Element key : filter.children()) {
            boolean byId = key.name().startsWith("ListID");
            ListElement element =
                    byId ? books.lists().get(key.text()) : books.lists().find(List.of(ListType.CUSTOMER), key.text());
            if (element == null) {
                throw Status.incompleteQuery(key.text());
            }
            (key.name().endsWith("WithChildren") ? withJobs : exactly).add(element);
        }
        return customer -> exactly.contains(customer) || withJobs.stream().anyMatch(customer::isWithin);
    }
}
