package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.books.Names;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Items, accounts, classes, terms, payment methods, tax codes and rates. */
final class ListRules implements Rules {
    private static final Set<String> EXPENSES = Set.of("Expense", "Other Expense", "Cost of Goods Sold");
    private static final Map<String, String> CLASSIFICATIONS = Map.of(
            "Income", "Revenue",
            "Other Income", "Revenue",
            "Equity", "Equity",
            "Accounts Payable", "Liability",
            "Credit Card", "Liability",
            "Other Current Liability", "Liability",
            "Long Term Liability", "Liability");

    @Override
    public Set<String> readOnly() {
        return Set.of(
                "FullyQualifiedName", "Level", "CurrentBalance", "CurrentBalanceWithSubAccounts", "Classification");
    }

    @Override
    public void settle(EntityType type, @Nullable Entity before, ObjectNode after, Session session) {
        name(after);
        Activity.settle(type, before, after, session);
        switch (type) {
            case ITEM -> item(after);
            case ACCOUNT -> account(after, session);
            case CLASS -> Defaults.put(after, "SubClass", after.has("ParentRef"));
            case TERM -> Defaults.put(after, "Type", "STANDARD");
            case PAYMENT_METHOD -> Defaults.put(after, "Type", "NON_CREDIT_CARD");
            default -> {}
        }
        if (type.has("FullyQualifiedName")) {
            Parents.settle(type, before, after, session);
        }
        unique(type, before, after, session);
    }

    private static void name(ObjectNode after) {
        String name = after.path("Name").asString("").strip();
        if (name.isEmpty()) {
            throw Refusals.missing("Name");
        }
        if (name.chars().anyMatch(character -> character == ':' || character < ' ')) {
            throw new Refusal(Code.INVALID_STRING, "Invalid String : a colon, a tab or a new line in the name", "Name");
        }
        after.put("Name", name);
    }

    private static void item(ObjectNode after) {
        Defaults.put(after, "Type", "NonInventory");
        String type = after.path("Type").asString("");
        if (!type.equals("Category")
                && !type.equals("Group")
                && !after.has("IncomeAccountRef")
                && !after.has("ExpenseAccountRef")) {
            throw Refusals.missing("IncomeAccountRef");
        }
        if (type.equals("Inventory") && !after.has("AssetAccountRef")) {
            throw Refusals.missing("AssetAccountRef");
        }
        Defaults.put(after, "Taxable", false);
        Defaults.amount(after, "UnitPrice");
        Defaults.amount(after, "PurchaseCost");
        Defaults.put(after, "TrackQtyOnHand", type.equals("Inventory"));
    }

    private static void account(ObjectNode after, Session session) {
        if (!after.has("AccountType") && !after.has("AccountSubType")) {
            throw new Refusal(Code.INVALID_ACCOUNT_TYPE, "AccountType or AccountSubType is needed", "");
        }
        Defaults.put(after, "AccountType", "Expense");
        Defaults.put(
                after, "AccountSubType", after.path("AccountType").asString("").replace(" ", ""));
        String type = after.path("AccountType").asString("");
        after.put("Classification", EXPENSES.contains(type) ? "Expense" : CLASSIFICATIONS.getOrDefault(type, "Asset"));
        Defaults.put(after, "SubAccount", after.has("ParentRef"));
        Defaults.amount(after, "CurrentBalance");
        Defaults.amount(after, "CurrentBalanceWithSubAccounts");
        Currency.fill(after, session.settings().homeCurrency());
    }

    @Override
    public void follow(@Nullable Entity before, @Nullable Entity after, Session session) {
        Parents.follow(before, after, session);
    }

    private static void unique(EntityType type, @Nullable Entity before, ObjectNode after, Session session) {
        String full = after.path("FullyQualifiedName").asString("");
        String name = Names.plain(full.isEmpty() ? after.path("Name").asString("") : full);
        session.books()
                .named(type, name)
                .filter(holder -> before == null || !holder.id().equals(before.id()))
                .ifPresent(holder -> {
                    throw Refusals.duplicateName(false);
                });
    }
}
