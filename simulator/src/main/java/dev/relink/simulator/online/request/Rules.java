package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is particular about writing one kind of object. */
interface Rules {
    /** Properties that only this realm sets; what a request says of them is ignored. */
    Set<String> readOnly();

    /**
     * Fills in what the request left out, computes what follows from the rest, and refuses what may not be.
     *
     * @param before null when the object is made
     * @param after the properties as they will be kept
     */
    void settle(EntityType type, @Nullable Entity before, ObjectNode after, Session session);

    /** What the change does to other objects. {@code before} is null for a new one, {@code after} for a deleted one. */
    default void follow(@Nullable Entity before, @Nullable Entity after, Session session) {}

    static Rules of(EntityType type) {
        return switch (type) {
            case CUSTOMER, VENDOR, EMPLOYEE -> new NameRules();
            case ITEM, ACCOUNT, CLASS, TERM, PAYMENT_METHOD, TAX_CODE, TAX_RATE -> new ListRules();
            case INVOICE, SALES_RECEIPT, ESTIMATE -> new SaleRules();
            case PAYMENT -> new PaymentRules();
            case DEPOSIT -> new DepositRules();
            case COMPANY_INFO, PREFERENCES -> new SingleRules();
        };
    }
}
