package dev.relink.entity;

import static dev.relink.entity.Definition.entity;
import static dev.relink.entity.Field.flag;
import static dev.relink.entity.Field.marker;
import static dev.relink.entity.Field.oneOf;
import static dev.relink.entity.Field.paragraphs;
import static dev.relink.entity.Field.price;
import static dev.relink.entity.Field.refers;
import static dev.relink.entity.Field.text;

import dev.relink.entity.Form.Slot;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A product or service. Its kind picks the Desktop element and cannot change later. */
public final class Item {

    // spotless:off
    private static final Field NAME          = text("name").required().asName()          .online("Name", 100);
    private static final Field KIND          = oneOf("kind", Map.of("service", "Service", "non-inventory", "NonInventory",
                                                   "inventory", "Inventory", "other-charge", "Service"),
                                                   "service", "non-inventory", "inventory", "other-charge", "discount")
                                                   .required()                           .online("Type");
    private static final Field ACTIVE        = flag("active")                            .online("Active");
    private static final Field PARENT        = refers("parent", "item")                  .online("ParentRef").onlineAlso("SubItem", true);
    private static final Field TAX_CODE      = refers("salesTaxCode", "sales-tax-code")  .online("SalesTaxCodeRef");
    private static final Field DESCRIPTION   = paragraphs("description")                 .online("Description", 4000);
    private static final Field PRICE         = price("price")                            .online("UnitPrice");
    private static final Field INCOME        = refers("incomeAccount", "account").required().online("IncomeAccountRef");
    private static final Field BUYING        = paragraphs("purchaseDescription")         .online("PurchaseDesc", 1000);
    private static final Field COST          = price("cost")                             .online("PurchaseCost");
    private static final Field EXPENSE       = refers("expenseAccount", "account")       .online("ExpenseAccountRef");
    private static final Field ASSET         = refers("assetAccount", "account")         .online("AssetAccountRef");
    private static final Field MARKER        = marker(8);

    public static final EntityType TYPE = entity("item", "Item").sent(20).desktopList("Item").inPages().online("Item")
        .fields(NAME, KIND, ACTIVE, PARENT, TAX_CODE, DESCRIPTION, PRICE, INCOME, BUYING, COST, EXPENSE, ASSET, MARKER)
        .forms(
            bought("ItemService",      "service"),       sold("ItemService",      "service"),
            bought("ItemNonInventory", "non-inventory"), sold("ItemNonInventory", "non-inventory"),
            bought("ItemOtherCharge",  "other-charge"),  sold("ItemOtherCharge",  "other-charge"),
            new Form("ItemInventory", List.of(
                at(NAME, "Name", 31), at(ACTIVE, "IsActive"), at(PARENT, "ParentRef"), at(TAX_CODE, "SalesTaxCodeRef", 3),
                at(DESCRIPTION, "SalesDesc", 4095), at(PRICE, "SalesPrice"), at(INCOME, "IncomeAccountRef", 159),
                at(BUYING, "PurchaseDesc", 4095), at(COST, "PurchaseCost"), at(EXPENSE, "COGSAccountRef", 159),
                at(ASSET, "AssetAccountRef", 159), marked()),
                values -> isKind(values, "inventory"), implied("inventory")),
            new Form("ItemDiscount", List.of(
                at(NAME, "Name", 31), at(ACTIVE, "IsActive"), at(PARENT, "ParentRef"), at(DESCRIPTION, "ItemDesc", 4095),
                at(TAX_CODE, "SalesTaxCodeRef", 3), at(PRICE, "DiscountRate"), at(INCOME, "AccountRef", 159), marked()),
                values -> isKind(values, "discount"), implied("discount")))
        .foundBy("parent", "name").resembles("description")
        .summary(Item::summary)
        .rule(Item::inventoryHasAccounts)
        .build();

    /** An item that is only sold. */
    private static Form sold(String element, String kind) {
        return new Form(element, List.of(
            at(NAME, "Name", 31), at(ACTIVE, "IsActive"), at(PARENT, "ParentRef"), at(TAX_CODE, "SalesTaxCodeRef", 3),
            at(DESCRIPTION, "SalesOrPurchase*/Desc", 4095), at(PRICE, "SalesOrPurchase*/Price"),
            at(INCOME, "SalesOrPurchase*/AccountRef", 159), marked()),
            values -> isKind(values, kind) && !isBought(values), implied(kind));
    }

    /** An item that is bought and sold. */
    private static Form bought(String element, String kind) {
        return new Form(element, List.of(
            at(NAME, "Name", 31), at(ACTIVE, "IsActive"), at(PARENT, "ParentRef"), at(TAX_CODE, "SalesTaxCodeRef", 3),
            at(DESCRIPTION, "SalesAndPurchase*/SalesDesc", 4095), at(PRICE, "SalesAndPurchase*/SalesPrice"),
            at(INCOME, "SalesAndPurchase*/IncomeAccountRef", 159), at(BUYING, "SalesAndPurchase*/PurchaseDesc", 4095),
            at(COST, "SalesAndPurchase*/PurchaseCost"), at(EXPENSE, "SalesAndPurchase*/ExpenseAccountRef", 159), marked()),
            values -> isKind(values, kind) && isBought(values), implied(kind));
    }
    // spotless:on

    private Item() {}

    private static Slot at(Field field, String path) {
        return at(field, path, 0);
    }

    private static Slot at(Field field, String path, int limit) {
        return new Slot(field, Place.at(path, limit));
    }

    private static Slot marked() {
        return new Slot(
                MARKER, Place.at("ExternalGUID", 0).use(Place.Use.ADD_ONLY).since(8));
    }

    private static Values implied(String kind) {
        return new Values(Map.of("kind", new Value.Text(kind)));
    }

    private static boolean isKind(Values values, String kind) {
        return kind.equals(values.text("kind"));
    }

    private static boolean isBought(Values values) {
        return has(values, "expenseAccount") || has(values, "cost") || has(values, "purchaseDescription");
    }

    private static boolean has(Values values, String field) {
        return values.get(field) != null && !(values.get(field) instanceof Value.Nothing);
    }

    /** "Non-inventory item · $44.00" */
    private static String summary(Values values) {
        String kind = values.text("kind");
        String price =
                values.get("price") instanceof Value.Number number ? " \u00b7 " + Sales.money(number.number()) : "";
        return kind == null ? "" : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + " item" + price;
    }

    /** QuickBooks books stock against an asset account and its use against cost of goods sold. */
    private static void inventoryHasAccounts(Values values, Problems problems) {
        if (isKind(values, "inventory")) {
            for (var account : List.of("expenseAccount", "assetAccount")) {
                if (!has(values, account)) {
                    problems.add("/" + account, "is missing: an inventory item needs it");
                }
            }
        }
    }
}
