package dev.relink.simulator.desktop.books;

import dev.relink.simulator.desktop.books.Transaction.Draft;
import dev.relink.simulator.desktop.books.Transaction.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All transactions, found by TxnID, by record number, by RefNumber and by customer without looking through them. */
public final class Register {
    private record RefKey(TxnType type, String folded) {}

    private final Map<String, Transaction> byId = new HashMap<>();
    private final Map<String, Transaction> byNumber = new HashMap<>();
    private final Map<TxnType, LinkedHashMap<String, Transaction>> byType = new EnumMap<>(TxnType.class);
    private final Map<RefKey, List<Transaction>> byRefNumber = new HashMap<>();
    private final Map<String, Set<Transaction>> byCustomer = new HashMap<>();
    private final Usage usage;
    private final Ids ids;

    Register(Usage usage, Ids ids) {
        this.usage = usage;
        this.ids = ids;
    }

    /** The transaction of that TxnID, or null. */
    public @Nullable Transaction get(String txnId) {
        return byId.get(txnId);
    }

    /** The transaction with the record number of {@code txnId} but perhaps another time of creation, or null. */
    public @Nullable Transaction sameNumber(String txnId) {
        return byNumber.get(Ids.number(txnId));
    }

    /** All transactions of a type in the order of their creation. */
    public Collection<Transaction> all(TxnType type) {
        return Collections.unmodifiableCollection(
                byType.getOrDefault(type, new LinkedHashMap<>()).values());
    }

    /** The transactions of a type with that RefNumber, whatever the case of its letters. */
    public List<Transaction> numbered(TxnType type, String refNumber) {
        return List.copyOf(byRefNumber.getOrDefault(refKey(type, refNumber), List.of()));
    }

    /** The transactions of a customer, of all types, in the order of their creation. */
    public List<Transaction> of(ListElement customer) {
        return List.copyOf(byCustomer.getOrDefault(customer.id(), Set.of()));
    }

    /** The RefNumber of the transaction of a type that was entered last, or null if there is none. */
    @Nullable
    String newestRefNumber(TxnType type) {
        LinkedHashMap<String, Transaction> all = byType.get(type);
        return all == null || all.isEmpty()
                ? null
                : all.lastEntry().getValue().heading().refNumber();
    }

    Transaction enter(TxnType type, Draft draft, Instant now) {
        Transaction transaction = new Transaction(type, ids.txn(now), ids.txnNumber(), now, draft);
        put(transaction);
        return transaction;
    }

    void put(Transaction transaction) {
        byId.put(transaction.id(), transaction);
        byNumber.put(Ids.number(transaction.id()), transaction);
        byType.computeIfAbsent(transaction.type(), _ -> new LinkedHashMap<>()).put(transaction.id(), transaction);
        post(transaction);
    }

    void rewrite(Transaction transaction, Draft draft) {
        unpost(transaction);
        transaction.rewrite(draft);
        post(transaction);
    }

    void remove(Transaction transaction) {
        List.copyOf(transaction.links()).forEach(this::unlink);
        unpost(transaction);
        byId.remove(transaction.id());
        byNumber.remove(Ids.number(transaction.id()));
        byType.getOrDefault(transaction.type(), new LinkedHashMap<>()).remove(transaction.id());
    }

    void link(Link link) {
        link.charge().links().add(link);
        link.credit().links().add(link);
        link.credit().customer().owe(link.discount().negate());
    }

    void unlink(Link link) {
        link.charge().links().remove(link);
        link.credit().links().remove(link);
        link.credit().customer().owe(link.discount());
    }

    private void post(Transaction transaction) {
        transaction.customer().owe(transaction.effect());
        usage.add(transaction.fields());
        byRefNumber
                .computeIfAbsent(refKey(transaction), _ -> new ArrayList<>(1))
                .add(transaction);
        byCustomer
                .computeIfAbsent(transaction.customer().id(), _ -> new LinkedHashSet<>())
                .add(transaction);
    }

    private void unpost(Transaction transaction) {
        transaction.customer().owe(transaction.effect().negate());
        usage.remove(transaction.fields());
        byRefNumber.getOrDefault(refKey(transaction), new ArrayList<>()).remove(transaction);
        byCustomer.getOrDefault(transaction.customer().id(), Set.of()).remove(transaction);
    }

    private static RefKey refKey(Transaction transaction) {
        return refKey(transaction.type(), transaction.heading().refNumber());
    }

    private static RefKey refKey(TxnType type, String refNumber) {
        return new RefKey(type, refNumber.toLowerCase(Locale.ROOT));
    }
}
