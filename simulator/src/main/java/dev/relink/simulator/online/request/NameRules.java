package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Names;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Customers, vendors and employees. */
final class NameRules implements Rules {
    @Override
    public Set<String> readOnly() {
        return Set.of(
                "Balance",
                "BalanceWithJobs",
                "FullyQualifiedName",
                "Level",
                "IsProject",
                "ClientEntityId",
                "OverDueBalance");
    }

    @Override
    public void settle(EntityType type, @Nullable Entity before, ObjectNode after, Session session) {
        displayName(after);
        Activity.settle(type, before, after, session);
        if (type == EntityType.CUSTOMER) {
            customer(before, after, session);
        }
        if (type == EntityType.VENDOR) {
            Defaults.put(after, "Vendor1099", false);
            Defaults.amount(after, "Balance");
        }
        if (type == EntityType.EMPLOYEE) {
            Defaults.put(after, "BillableTime", false);
        } else {
            Currency.settleName(before, after, session);
        }
        Defaults.put(
                after, "PrintOnCheckName", Names.plain(after.path("DisplayName").asString("")));
        Addresses.settle(type, after, session);
        email(after);
        unique(type, before, after, session);
    }

    private static void displayName(ObjectNode after) {
        String name = after.path("DisplayName").asString("").strip();
        if (name.isEmpty()) {
            name = Stream.of("Title", "GivenName", "MiddleName", "FamilyName", "Suffix")
                    .map(part -> after.path(part).asString(""))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }
        if (name.isEmpty()) {
            throw new Refusal(Code.NO_NAME, "No Name Provided : At least one of the name fields is required.", "");
        }
        if (name.chars().anyMatch(character -> character == ':' || character < ' ')) {
            throw new Refusal(
                    Code.INVALID_STRING, "Invalid String : a colon, a tab or a new line in the name", "DisplayName");
        }
        after.put("DisplayName", name);
    }

    private static void customer(@Nullable Entity before, ObjectNode after, Session session) {
        Defaults.put(after, "Taxable", true);
        Defaults.put(after, "Job", after.has("ParentRef"));
        Defaults.put(after, "BillWithParent", false);
        Defaults.put(after, "PreferredDeliveryMethod", "Print");
        Defaults.ref(after, "DefaultTaxCodeRef", Tax.LOCAL, session);
        Defaults.amount(after, "Balance");
        Defaults.amount(after, "BalanceWithJobs");
        if (after.path("Job").asBoolean() && !after.has("ParentRef")) {
            throw new Refusal(
                    Code.PARENT_REQUIRED,
                    "ParentRef Required Validation Error : a job needs its customer",
                    "ParentRef");
        }
        Parents.settle(EntityType.CUSTOMER, before, after, session);
    }

    private static void email(ObjectNode after) {
        String address = after.path("PrimaryEmailAddr").path("Address").asString("");
        if (!address.isEmpty() && !address.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new Refusal(
                    Code.INVALID_EMAIL, "Email Address is invalid. Supplied value:" + address, "PrimaryEmailAddr");
        }
    }

    @Override
    public void follow(@Nullable Entity before, @Nullable Entity after, Session session) {
        Parents.follow(before, after, session);
    }

    private static void unique(EntityType type, @Nullable Entity before, ObjectNode after, Session session) {
        String name = Names.plain(after.path("DisplayName").asString(""));
        session.books()
                .named(type, name)
                .filter(holder ->
                        before == null || holder.type() != type || !holder.id().equals(before.id()))
                .ifPresent(holder -> {
                    throw Refusals.duplicateName(session.switches().duplicateNameExplained);
                });
    }
}
