package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Feature;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.Transaction.Heading;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.Shape;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What QuickBooks fills in on a new transaction: from the customer, from the terms, or by custom. */
final class TxnDefaults {
    private static final List<String> FROM_CUSTOMER = List.of("TermsRef", "BillAddress", "ShipAddress");
    private static final List<String> TAX_FROM_CUSTOMER = List.of("ItemSalesTaxRef");

    private final Books books;
    private final TxnType type;
    private final Shape shape;

    TxnDefaults(Books books, TxnType type) {
        this.books = books;
        this.type = type;
        this.shape = Shape.of(type.ret());
    }

    void add(Heading heading, Element fields) {
        fromCustomer(heading.customer(), fields);
        account(fields, "ARAccountRef", "Accounts Receivable");
        account(fields, "DepositToAccountRef", "Undeposited Funds");
        unlessGiven(fields, "IsPending", "false");
        unlessGiven(fields, "IsFinanceCharge", "false");
        unlessGiven(fields, "IsManuallyClosed", "false");
        unlessGiven(fields, "IsFullyInvoiced", "false");
        unlessGiven(fields, "IsToBePrinted", "true");
        unlessGiven(fields, "IsToBeEmailed", "false");
        unlessGiven(fields, "DueDate", due(heading.date(), fields).toString());
        unlessGiven(fields, "ShipDate", heading.date().toString());
        if (type == TxnType.ESTIMATE) {
            unlessGiven(fields, "IsActive", "true");
        }
    }

    private void fromCustomer(ListElement customer, Element fields) {
        FROM_CUSTOMER.forEach(name -> inherit(customer, name, name, fields));
        if (books.company().features().contains(Feature.SALES_TAX)) {
            TAX_FROM_CUSTOMER.forEach(name -> inherit(customer, name, name, fields));
            inherit(customer, "SalesTaxCodeRef", "CustomerSalesTaxCodeRef", fields);
        }
        if (books.company().features().contains(Feature.MULTI_CURRENCY)) {
            inherit(customer, "CurrencyRef", "CurrencyRef", fields);
        }
    }

    private void inherit(ListElement customer, String theirs, String ours, Element fields) {
        Element stored = customer.fields().child(theirs);
        if (stored != null && shape.has(ours) && fields.child(ours) == null) {
            fields.add(stored.copyAs(ours));
        }
    }

    private void account(Element fields, String ref, String name) {
        ListElement account = books.lists().find(List.of(ListType.ACCOUNT), name);
        if (account != null && shape.has(ref) && fields.child(ref) == null) {
            fields.add(new Element(ref).add("ListID", account.id()));
        }
    }

    private LocalDate due(LocalDate date, Element fields) {
        Element ref = fields.child("TermsRef");
        String listId = ref == null ? null : ref.value("ListID");
        ListElement terms = listId == null ? null : books.lists().get(listId);
        return terms == null ? date : due(date, terms);
    }

    private static LocalDate due(LocalDate date, ListElement terms) {
        String days = terms.fields().value("StdDueDays");
        if (days != null) {
            return date.plusDays(Long.parseLong(days));
        }
        @Nullable String dayOfMonth = terms.fields().value("DayOfMonthDue");
        if (dayOfMonth == null) {
            return date;
        }
        int day = Integer.parseInt(dayOfMonth);
        LocalDate month = date.getDayOfMonth() <= day ? date : date.plusMonths(1);
        return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
    }

    private void unlessGiven(Element fields, String name, String value) {
        if (shape.has(name) && fields.child(name) == null) {
            fields.add(name, value);
        }
    }
}
