package dev.relink.simulator.desktop.books;

import dev.relink.simulator.desktop.books.Transaction.Draft;
import dev.relink.simulator.desktop.books.Transaction.Heading;
import dev.relink.simulator.desktop.books.Transaction.Link;
import dev.relink.simulator.desktop.books.Transaction.Totals;
import dev.relink.simulator.desktop.qbxml.Element;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Everything that is written in a company file, and every way in which it changes. It trusts its callers to have made
 * the checks. Not thread safe: the company file lets one in at a time.
 */
public final class Books {
    private final Switches switches;
    private final Clock clock;
    private final Company company;
    private final Ids ids = new Ids();
    private final Usage usage = new Usage();
    private final Lists lists;
    private final Register register;
    private final List<Deleted> deleted = new ArrayList<>();
    private final MessageSetMemory memory;

    /** Empty books. */
    public Books(String companyName, Switches switches, Clock clock) {
        this.switches = switches;
        this.clock = clock;
        company = new Company(companyName);
        lists = new Lists(switches, usage, ids);
        register = new Register(usage, ids);
        memory = new MessageSetMemory(switches);
    }

    public Switches switches() {
        return switches;
    }

    public Company company() {
        return company;
    }

    public Lists lists() {
        return lists;
    }

    public Register register() {
        return register;
    }

    /** What was deleted or merged away, oldest first. */
    public List<Deleted> deleted() {
        return deleted;
    }

    public MessageSetMemory memory() {
        return memory;
    }

    Ids ids() {
        return ids;
    }

    /** The time, in whole seconds: QuickBooks knows no smaller ones. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The date on the wall. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** How times are printed and read. */
    public Times times() {
        return new Times(clock.getZone(), switches);
    }

    /** A new list element. */
    public ListElement add(ListType type, ListElement.Heading heading, Element fields) {
        return lists.add(type, heading, fields, now());
    }

    /** A changed list element; with a new name, everything below it has a new full name. */
    public void change(ListElement element, ListElement.Heading heading, Element fields) {
        boolean renamed = !element.name().equals(heading.name()) || element.parent() != heading.parent();
        lists.change(element, heading, fields);
        element.touch(now());
        if (renamed && switches.renameTouchesChildren) {
            touchBelow(element);
        }
    }

    /** Takes a list element out. */
    public void delete(ListElement element) {
        remember(element);
        remove(element);
    }

    private void remember(ListElement element) {
        deleted.add(new Deleted(element.type(), element.id(), element.fullName(), element.created(), now()));
    }

    private void remove(ListElement element) {
        lists.remove(element);
        company.openRecords().remove(element.id());
    }

    /** Everything that says {@code gone} says {@code kept} from now on, and {@code gone} is no more. */
    public void merge(ListElement gone, ListElement kept) {
        lists.merge(gone, kept);
        for (ListType type : ListType.values()) {
            lists.all(type).forEach(element -> redirect(element, gone, kept));
        }
        for (TxnType type : TxnType.values()) {
            register.all(type).forEach(transaction -> redirect(transaction, gone, kept));
        }
        if (switches.mergeToldAsDeletion) {
            remember(gone);
        }
        remove(gone);
        kept.touch(now());
    }

    /** The number after that of the newest transaction of a type, or 1; empty when that one has no number in figures. */
    public String nextRefNumber(TxnType type) {
        String last = register.newestRefNumber(type);
        if (last == null) {
            return "1";
        }
        boolean figures = !last.isEmpty() && last.length() < 11 && last.chars().allMatch(Character::isDigit);
        return figures ? Long.toString(Long.parseLong(last) + 1) : "";
    }

    /** Whether a record of that type carries that ExternalGUID; looks through all of them. */
    public boolean hasExternalGuid(ObjectType type, String guid) {
        Collection<? extends Entry> all = switch (type) {
            case ListType listType -> lists.all(listType);
            case TxnType txnType -> register.all(txnType);
        };
        return all.stream()
                .anyMatch(entry -> guid.equalsIgnoreCase(entry.fields().value("ExternalGUID")));
    }

    /** A new TxnLineID. */
    public String newLineId() {
        return ids.txn(now());
    }

    /** A new transaction. */
    public Transaction enter(TxnType type, Draft draft) {
        return register.enter(type, draft, now());
    }

    /** A changed transaction. */
    public void rewrite(Transaction transaction, Draft draft) {
        register.rewrite(transaction, draft);
        transaction.touch(now());
    }

    /** Pays a part of an invoice. */
    public void link(Link link) {
        register.link(link);
        link.charge().touch(now());
    }

    /** Takes a payment off the invoices that it pays. */
    public void unlinkAll(Transaction transaction) {
        for (Link link : List.copyOf(transaction.links())) {
            register.unlink(link);
            (link.credit() == transaction ? link.charge() : link.credit()).touch(now());
        }
    }

    /** Takes a transaction out; what it paid is unpaid again, what paid it is unused again. */
    public void delete(Transaction transaction) {
        String refNumber = transaction.heading().refNumber();
        deleted.add(new Deleted(transaction.type(), transaction.id(), refNumber, transaction.created(), now()));
        unlinkAll(transaction);
        register.remove(transaction);
        company.openRecords().remove(transaction.id());
    }

    /** Puts it on a bank deposit. */
    public void deposit(Transaction transaction) {
        transaction.markDeposited();
        transaction.touch(now());
    }

    /** Leaves the transaction where it is, without money in it. */
    public void voidOut(Transaction transaction) {
        unlinkAll(transaction);
        Element fields = transaction.fields().copyAs(transaction.fields().name());
        fields.all(transaction.type().line()).forEach(Books::emptyLine);
        String memo = fields.value("Memo");
        fields.set("Memo", memo == null ? "VOID:" : "VOID: " + memo);
        register.rewrite(transaction, new Draft(transaction.heading(), Totals.ZERO, fields));
        transaction.markVoid();
        transaction.touch(now());
    }

    private static void emptyLine(Element line) {
        line.set("Amount", "0.00");
        if (line.value("Quantity") != null) {
            line.set("Quantity", "0");
        }
    }

    private void redirect(ListElement element, ListElement gone, ListElement kept) {
        if (Usage.redirect(element.fields(), gone.id(), kept.id())) {
            usage.moved(gone.id(), kept.id());
        }
    }

    private void redirect(Transaction transaction, ListElement gone, ListElement kept) {
        if (transaction.customer() == gone) {
            Heading heading = transaction.heading();
            Element fields = transaction.fields();
            Draft draft =
                    new Draft(new Heading(kept, heading.date(), heading.refNumber()), transaction.totals(), fields);
            register.rewrite(transaction, draft);
        }
        if (Usage.redirect(transaction.fields(), gone.id(), kept.id())) {
            usage.moved(gone.id(), kept.id());
        }
    }

    private void touchBelow(ListElement element) {
        for (ListElement child : element.children()) {
            child.touch(now());
            touchBelow(child);
        }
    }
}
