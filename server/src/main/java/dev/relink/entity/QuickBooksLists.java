package dev.relink.entity;

import static dev.relink.entity.Definition.entity;
import static dev.relink.entity.Field.flag;
import static dev.relink.entity.Field.quantity;
import static dev.relink.entity.Field.refers;
import static dev.relink.entity.Field.text;

import java.util.List;

/** QuickBooks' own lists: records name their entries, the bookkeeper keeps them. Read, never written. */
final class QuickBooksLists {

    // spotless:off
    static final EntityType ACCOUNT = entity("account", "Account").desktopList("Account").online("Account").fields(
        text("name").required().asName().desktop("Name", 31)    .online("Name", 100),
        flag("active")                  .desktop("IsActive")    .online("Active"),
        refers("parent", "account")     .desktop("ParentRef")   .online("ParentRef"),
        text("kind").readOnly()         .desktop("AccountType") .online("AccountType"),
        text("number")                  .desktop("AccountNumber", 7).online("AcctNum", 20),
        text("description")             .desktop("Desc", 200)   .online("Description", 100))
        .foundBy("parent", "name").build();

    static final EntityType TERMS = entity("terms", "Terms").desktopList("Terms").online("Term").fields(
        text("name").required().asName().desktop("Name", 31)    .online("Name", 31),
        flag("active")                  .desktop("IsActive")    .online("Active"),
        quantity("dueDays")             .desktop("StdDueDays")  .online("DueDays"))
        .forms(
            Form.of("StandardTerms", List.of(
                text("name").required().asName().desktop("Name", 31), flag("active").desktop("IsActive"),
                quantity("dueDays").desktop("StdDueDays"))),
            Form.of("DateDrivenTerms", List.of(
                text("name").required().asName().desktop("Name", 31), flag("active").desktop("IsActive"))))
        .foundBy("name").build();

    static final EntityType CLASS = entity("class", "Class").desktopList("Class").online("Class").fields(
        text("name").required().asName().desktop("Name", 31)    .online("Name", 100),
        flag("active")                  .desktop("IsActive")    .online("Active"),
        refers("parent", "class")       .desktop("ParentRef")   .online("ParentRef"))
        .foundBy("parent", "name").build();

    static final EntityType SALES_TAX_CODE = entity("sales-tax-code", "Sales tax code")
        .desktopList("SalesTaxCode").online("TaxCode").fields(
        text("name").required().asName().desktop("Name", 3)     .online("Name", 100),
        flag("active")                  .desktop("IsActive")    .online("Active"),
        flag("taxable")                 .desktop("IsTaxable")   .online("Taxable"),
        text("description")             .desktop("Desc", 31)    .online("Description", 100))
        .foundBy("name").build();

    static final EntityType SALES_TAX_ITEM = entity("sales-tax-item", "Sales tax item")
        .desktopList("ItemSalesTax").inPages().fields(
        text("name").required().asName().desktop("Name", 31),
        flag("active")                  .desktop("IsActive"),
        text("description")             .desktop("ItemDesc", 4095),
        quantity("percent")             .desktop("TaxRate"))
        .foundBy("name").build();

    static final EntityType SALES_TAX_GROUP = entity("sales-tax-group", "Sales tax group")
        .desktopList("ItemSalesTaxGroup").inPages().fields(
        text("name").required().asName().desktop("Name", 31),
        flag("active")                  .desktop("IsActive"),
        text("description")             .desktop("ItemDesc", 4095))
        .foundBy("name").build();

    static final EntityType PAYMENT_METHOD = entity("payment-method", "Payment method")
        .desktopList("PaymentMethod").online("PaymentMethod").fields(
        text("name").required().asName().desktop("Name", 31)    .online("Name", 31),
        flag("active")                  .desktop("IsActive")    .online("Active"))
        .foundBy("name").build();

    static final EntityType CUSTOMER_TYPE = entity("customer-type", "Customer type")
        .desktopList("CustomerType").online("CustomerType").fields(
        text("name").required().asName().desktop("Name", 31)    .online("Name", 100),
        flag("active")                  .desktop("IsActive")    .online("Active"),
        refers("parent", "customer-type").desktop("ParentRef"))
        .foundBy("parent", "name").build();

    static final EntityType CUSTOMER_MESSAGE = entity("customer-message", "Customer message")
        .desktopList("CustomerMsg").fields(
        text("name").required().asName().desktop("Name", 101),
        flag("active")                  .desktop("IsActive"))
        .foundBy("name").build();

    static final EntityType CURRENCY = entity("currency", "Currency").desktopList("Currency").online("CompanyCurrency").fields(
        text("name").required().asName().desktop("Name", 64)    .online("Name", 100),
        flag("active")                  .desktop("IsActive")    .online("Active"),
        text("code")                    .desktop("CurrencyCode", 3).online("Code", 3))
        .foundBy("name").build();
    // spotless:on

    private QuickBooksLists() {}
}
