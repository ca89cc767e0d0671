package dev.relink.simulator.desktop.books;

import static dev.relink.simulator.desktop.books.Feature.CLASS_TRACKING;
import static dev.relink.simulator.desktop.books.Feature.INVENTORY;
import static dev.relink.simulator.desktop.books.Feature.MULTI_CURRENCY;
import static dev.relink.simulator.desktop.books.Feature.SALES_TAX;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of list elements. Their fields stand in the tables of the schema; here is what the tables do not say. */
public enum ListType implements ObjectType {
    // spotless:off
    //                name               list               space                   sublevels  needs
    CUSTOMER         ("Customer",         "Customers",       Space.ENTITY,           4, null),
    VENDOR           ("Vendor",           "Vendors",         Space.ENTITY,           0, null),
    EMPLOYEE         ("Employee",         "Employees",       Space.ENTITY,           0, null),
    OTHER_NAME       ("OtherName",        "Other Names",     Space.ENTITY,           0, null),
    ACCOUNT          ("Account",          "Accounts",        Space.ACCOUNT,          4, null),
    CLASS            ("Class",            "Classes",         Space.CLASS,            4, CLASS_TRACKING),
    ITEM_SERVICE     ("ItemService",      "Items",           Space.ITEM,             4, null),
    ITEM_NONINVENTORY("ItemNonInventory", "Items",           Space.ITEM,             4, null),
    ITEM_OTHER_CHARGE("ItemOtherCharge",  "Items",           Space.ITEM,             4, null),
    ITEM_INVENTORY   ("ItemInventory",    "Items",           Space.ITEM,             4, INVENTORY),
    ITEM_DISCOUNT    ("ItemDiscount",     "Items",           Space.ITEM,             4, null),
    ITEM_SALES_TAX   ("ItemSalesTax",     "Items",           Space.ITEM,             0, SALES_TAX),
    STANDARD_TERMS   ("StandardTerms",    "Terms",           Space.TERMS,            0, null),
    DATE_DRIVEN_TERMS("DateDrivenTerms",  "Terms",           Space.TERMS,            0, null),
    PAYMENT_METHOD   ("PaymentMethod",    "Payment Methods", Space.PAYMENT_METHOD,   0, null),
    SALES_TAX_CODE   ("SalesTaxCode",     "Sales Tax Codes", Space.TAX_CODE,         0, SALES_TAX),
    CURRENCY         ("Currency",         "Currencies",      Space.CURRENCY,         0, MULTI_CURRENCY),
    CUSTOMER_TYPE    ("CustomerType",     "Customer Types",  Space.CUSTOMER_TYPE,    4, null),
    CUSTOMER_MESSAGE ("CustomerMsg",      "Customer Messages", Space.CUSTOMER_MESSAGE, 0, null),
    JOB_TYPE         ("JobType",          "Job Types",       Space.JOB_TYPE,         4, null),
    SHIP_METHOD      ("ShipMethod",       "Ship Methods",    Space.SHIP_METHOD,      0, null);
    // spotless:on

    private final String label;
    private final String list;
    private final Space space;
    private final int deepestLevel;
    private final @Nullable Feature needs;

    ListType(String label, String list, Space space, int deepestLevel, @Nullable Feature needs) {
        this.label = label;
        this.list = list;
        this.space = space;
        this.deepestLevel = deepestLevel;
        this.needs = needs;
    }

    /** The type of that qbXML name, or null. */
    public static @Nullable ListType named(String label) {
        for (ListType type : values()) {
            if (type.label.equals(label)) {
                return type;
            }
        }
        return null;
    }

    /** The types that share a space. */
    public static List<ListType> in(Space space) {
        return Arrays.stream(values()).filter(type -> type.space == space).toList();
    }

    @Override
    public String label() {
        return label;
    }

    /** What status messages call the list. */
    public String list() {
        return list;
    }

    public Space space() {
        return space;
    }

    /** The deepest Sublevel; 0 for a flat list. */
    public int deepestLevel() {
        return deepestLevel;
    }

    @Override
    public @Nullable Feature needs() {
        return needs;
    }
}
