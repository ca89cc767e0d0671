package dev.relink.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All entity types. */
public final class EntityTypes {

    // A new type is one file and one line here.
    private static final List<EntityType> ALL = List.of(
            QuickBooksLists.ACCOUNT,
            QuickBooksLists.TERMS,
            QuickBooksLists.CLASS,
            QuickBooksLists.SALES_TAX_CODE,
            QuickBooksLists.SALES_TAX_ITEM,
            QuickBooksLists.SALES_TAX_GROUP,
            QuickBooksLists.PAYMENT_METHOD,
            QuickBooksLists.CUSTOMER_TYPE,
            QuickBooksLists.CUSTOMER_MESSAGE,
            QuickBooksLists.CURRENCY,
            Customer.TYPE,
            Vendor.TYPE,
            Item.TYPE,
            Invoice.TYPE,
            Payment.TYPE);

    private static final Map<String, EntityType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EntityType::name, Function.identity()));

    private static final List<EntityType> SENDABLE = ALL.stream()
            .filter(EntityType::isSendable)
            .sorted(Comparator.comparingInt(EntityType::rank))
            .toList();

    private EntityTypes() {}

    public static Optional<EntityType> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** For a name that is known to be one of ours. @throws IllegalArgumentException naming it */
    public static EntityType require(String name) {
        return of(name).orElseThrow(() -> new IllegalArgumentException("No entity type \"%s\"".formatted(name)));
    }

    public static List<EntityType> all() {
        return ALL;
    }

    /** The ranks of these records' types, in the same order. */
    public static short[] ranks(List<RecordKey> keys) {
        var ranks = new short[keys.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = (short) require(keys.get(i).type()).rank();
        }
        return ranks;
    }

    /** The types that the app may send, parents first. */
    public static List<EntityType> sendable() {
        return SENDABLE;
    }
}
