package dev.relink.simulator.practice;

import java.util.Arrays;
import java.util.List;

/** The lists and registers of a company file as the page and the control API name them. */
enum Menu {
    // spotless:off
    CUSTOMERS       ("customers",       "Customers",       "customer",       "Customer",       false, true),
    INVOICES        ("invoices",        "Invoices",        "invoice",        "Invoice",        true,  true),
    ITEMS           ("items",           "Items",           "item",           "Item",           false, true),
    PAYMENTS        ("payments",        "Payments",        "payment",        "ReceivePayment", true,  true),
    ESTIMATES       ("estimates",       "Estimates",       "estimate",       "Estimate",       true,  true),
    VENDORS         ("vendors",         "Vendors",         "vendor",         "Vendor",         false, true),
    ACCOUNTS        ("accounts",        "Accounts",        "account",        "Account",        false, false),
    CLASSES         ("classes",         "Classes",         "class",          "Class",          false, false),
    TERMS           ("terms",           "Terms",           "terms",          "Terms",          false, false),
    PAYMENT_METHODS ("payment-methods", "Payment methods", "payment method", "PaymentMethod",  false, false),
    TAX_CODES       ("sales-tax-codes", "Sales tax codes", "sales tax code", "SalesTaxCode",   false, false),
    SALES_ORDERS    ("sales-orders",    "Sales orders",    "sales order",    "SalesOrder",     true,  false),
    SALES_RECEIPTS  ("sales-receipts",  "Sales receipts",  "sales receipt",  "SalesReceipt",   true,  false),
    CREDIT_MEMOS    ("credit-memos",    "Credit memos",    "credit memo",    "CreditMemo",     true,  false),
    PURCHASE_ORDERS ("purchase-orders", "Purchase orders", "purchase order", "PurchaseOrder",  true,  false),
    BILLS           ("bills",           "Bills",           "bill",           "Bill",           true,  false);
    // spotless:on

    private final String path;
    private final String title;
    private final String one;
    private final String type;
    private final boolean transactions;
    private final boolean onPage;

    Menu(String path, String title, String one, String type, boolean transactions, boolean onPage) {
        this.path = path;
        this.title = title;
        this.one = one;
        this.type = type;
        this.transactions = transactions;
        this.onPage = onPage;
    }

    String path() {
        return path;
    }

    String title() {
        return title;
    }

    /** One of them, in a sentence. */
    String one() {
        return one;
    }

    /** The qbXML name, or that of the family of types. */
    String type() {
        return type;
    }

    boolean isTransactions() {
        return transactions;
    }

    /** The ones that are tabs of the page. */
    static List<Menu> tabs() {
        return Arrays.stream(values()).filter(menu -> menu.onPage).toList();
    }

    static Menu of(String path) {
        return Arrays.stream(values())
                .filter(menu -> menu.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new Practice.NotThere("There is no list " + path + ". There are: "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Menu::path).toList())));
    }
}
