package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Switches.DeadReference;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Which type a reference points to, and whether what it points to may be used. */
final class References {
    private References() {}

    /** The type that a property of this name points to; empty when this realm does not keep that type. */
    static Optional<EntityType> target(String property, EntityType owner) {
        return Optional.ofNullable(
                switch (property) {
                    case "CustomerRef" -> EntityType.CUSTOMER;
                    case "VendorRef", "PrefVendorRef" -> EntityType.VENDOR;
                    case "ItemRef" -> EntityType.ITEM;
                    case "ClassRef" -> EntityType.CLASS;
                    case "SalesTermRef", "TermRef" -> EntityType.TERM;
                    case "PaymentMethodRef" -> EntityType.PAYMENT_METHOD;
                    case "TaxRateRef" -> EntityType.TAX_RATE;
                    case "TaxCodeRef", "TxnTaxCodeRef", "DefaultTaxCodeRef", "SalesTaxCodeRef" -> EntityType.TAX_CODE;
                    case "ParentRef" -> owner;
                    default -> property.endsWith("AccountRef") ? EntityType.ACCOUNT : null;
                });
    }

    /** Checks every reference of a body, however deep; parents have rules of their own. */
    static void check(JsonNode node, EntityType owner, Session session) {
        for (var field : node.properties()) {
            JsonNode value = field.getValue();
            if (value.isObject() && value.has("value") && !field.getKey().equals("ParentRef")) {
                checkOne(field.getKey(), value.path("value").asString(""), owner, session);
            } else if (value.isObject()) {
                check(value, owner, session);
            } else {
                value.forEach(each -> check(each, owner, session));
            }
        }
    }

    private static void checkOne(String property, String id, EntityType owner, Session session) {
        Optional<EntityType> type = target(property, owner);
        boolean pseudo = id.equals("TAX") || id.equals("NON");
        if (type.isEmpty() || (type.get() == EntityType.TAX_CODE && pseudo)) {
            return;
        }
        if (find(type.get(), id, session).filter(Entity::active).isEmpty()) {
            throw Refusals.deadReference(as(type.get(), session));
        }
    }

    private static DeadReference as(EntityType type, Session session) {
        return type == EntityType.CUSTOMER ? session.switches().deadCustomer : session.switches().deadReference;
    }

    /** The object, unless a sibling in the same batch has just made it. */
    static Optional<Entity> find(EntityType type, String id, Session session) {
        return session.books().find(type, id).filter(found -> found.born() <= session.horizon());
    }
}
