package dev.relink.simulator.desktop.books;

import dev.relink.simulator.desktop.books.ListElement.Heading;
import dev.relink.simulator.desktop.qbxml.Element;
import java.util.List;

/** The accounts, terms, codes and methods that every new company starts with. */
public final class StarterLists {
    private static final List<String> METHODS =
            List.of("American Express", "Cash", "Check", "Discover", "MasterCard", "Visa");

    private StarterLists() {}

    /** Writes them into empty books. */
    public static void into(Books books) {
        accounts(books);
        terms(books);
        add(books, ListType.SALES_TAX_CODE, "Tax", "IsTaxable", "true");
        add(books, ListType.SALES_TAX_CODE, "Non", "IsTaxable", "false");
        add(books, ListType.ITEM_SALES_TAX, "Out of State", "TaxRate", "0.00");
        METHODS.forEach(name -> add(books, ListType.PAYMENT_METHOD, name, "PaymentMethodType", name.replace(" ", "")));
        add(books, ListType.CUSTOMER_TYPE, "Commercial");
        add(books, ListType.CUSTOMER_TYPE, "Residential");
        add(books, ListType.CUSTOMER_MESSAGE, "Thank you for your business.");
        add(books, ListType.SHIP_METHOD, "UPS");
        add(books, ListType.CURRENCY, "US Dollar", "CurrencyCode", "USD", "IsUserDefinedCurrency", "false");
        add(books, ListType.CURRENCY, "Canadian Dollar", "CurrencyCode", "CAD", "IsUserDefinedCurrency", "false");
    }

    private static void accounts(Books books) {
        add(books, ListType.ACCOUNT, "Checking", "AccountType", "Bank");
        add(books, ListType.ACCOUNT, "Accounts Receivable", "AccountType", "AccountsReceivable");
        add(books, ListType.ACCOUNT, "Undeposited Funds", "AccountType", "OtherCurrentAsset");
        add(books, ListType.ACCOUNT, "Inventory Asset", "AccountType", "OtherCurrentAsset");
        add(books, ListType.ACCOUNT, "Accounts Payable", "AccountType", "AccountsPayable");
        add(books, ListType.ACCOUNT, "Sales Tax Payable", "AccountType", "OtherCurrentLiability");
        add(books, ListType.ACCOUNT, "Sales", "AccountType", "Income");
        add(books, ListType.ACCOUNT, "Services", "AccountType", "Income");
        add(books, ListType.ACCOUNT, "Cost of Goods Sold", "AccountType", "CostOfGoodsSold");
        add(books, ListType.ACCOUNT, "Office Supplies", "AccountType", "Expense");
    }

    private static void terms(Books books) {
        add(books, ListType.STANDARD_TERMS, "Due on receipt", "StdDueDays", "0");
        add(books, ListType.STANDARD_TERMS, "Net 15", "StdDueDays", "15");
        add(books, ListType.STANDARD_TERMS, "Net 30", "StdDueDays", "30");
        add(books, ListType.STANDARD_TERMS, "Net 60", "StdDueDays", "60");
        add(books, ListType.DATE_DRIVEN_TERMS, "Due on the 15th", "DayOfMonthDue", "15");
    }

    private static void add(Books books, ListType type, String name, String... namesAndValues) {
        Element fields = new Element(type.ret());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        books.add(type, new Heading(name, null, true), fields);
    }
}
