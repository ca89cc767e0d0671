package dev.relink.entity;

import static dev.relink.entity.Definition.entity;
import static dev.relink.entity.Field.address;
import static dev.relink.entity.Field.amount;
import static dev.relink.entity.Field.day;
import static dev.relink.entity.Field.lines;
import static dev.relink.entity.Field.marker;
import static dev.relink.entity.Field.paragraphs;
import static dev.relink.entity.Field.quantity;
import static dev.relink.entity.Field.rate;
import static dev.relink.entity.Field.refers;
import static dev.relink.entity.Field.text;

/** An invoice: what a customer owes, line by line. */
public final class Invoice {

    // spotless:off
    public static final EntityType TYPE = entity("invoice", "Invoice").sent(40)
        .desktopTransaction("Invoice", Removal.VOID).inPages().online("Invoice").fields(
            refers("customer", "customer").required().desktop("CustomerRef", 209).online("CustomerRef"),
            refers("class", "class")                .desktop("ClassRef", 159)   .online("ClassRef"),
            day("date").required()                  .desktop("TxnDate")         .online("TxnDate"),
            text("number")                          .desktop("RefNumber", 11)   .online("DocNumber", 21),
            address("billingAddress")               .desktop("BillAddress")     .online("BillAddr"),
            address("shippingAddress")              .desktop("ShipAddress")     .online("ShipAddr"),
            text("poNumber")                        .desktop("PONumber", 25),
            refers("terms", "terms")                .desktop("TermsRef", 31)    .online("SalesTermRef"),
            day("dueDate")                          .desktop("DueDate")         .online("DueDate"),
            amount("subtotal")                      .desktop("Subtotal").readOnly(),
            refers("salesTaxItem", "sales-tax-item").desktop("ItemSalesTaxRef", 31).online("TxnTaxDetail/TxnTaxCodeRef"),
            amount("tax")                           .desktop("SalesTaxTotal")   .online("TxnTaxDetail/TotalTax").readOnly(),
            amount("total")                                                     .online("TotalAmt").readOnly(),
            amount("balance")                       .desktop("BalanceRemaining").online("Balance").readOnly(),
            paragraphs("memo")                      .desktop("Memo", 4095)      .online("PrivateNote", 4000),
            text("message")                         .desktop("CustomerMsgRef/FullName", 101).online("CustomerMemo/value", 1000),
            refers("currency", "currency")                                      .online("CurrencyRef"),
            rate("exchangeRate")                    .desktop("ExchangeRate").since(8).online("ExchangeRate"),
            marker(9),
            lines("lines",
                text("id"),
                refers("item", "item")              .desktop("ItemRef")         .online("SalesItemLineDetail/ItemRef"),
                paragraphs("description")           .desktop("Desc", 4095)      .online("Description", 4000),
                quantity("quantity")                .desktop("Quantity")        .online("SalesItemLineDetail/Qty"),
                quantity("rate")                    .desktop("Rate")            .online("SalesItemLineDetail/UnitPrice"),
                refers("class", "class")            .desktop("ClassRef", 159)   .online("SalesItemLineDetail/ClassRef"),
                amount("amount")                    .desktop("Amount")          .online("Amount"),
                day("serviceDate")                  .desktop("ServiceDate")     .online("SalesItemLineDetail/ServiceDate"),
                refers("salesTaxCode", "sales-tax-code").desktop("SalesTaxCodeRef", 3).online("SalesItemLineDetail/TaxCodeRef"))
                .required()                         .desktop("InvoiceLine")     .online("Line").onlineAlso("DetailType", "SalesItemLineDetail"))
        .foundBy("number", "customer").resembles("customer", "date")
        .named(values -> Sales.nameOf("Invoice", values))
        .summary(values -> Sales.summary(values, Sales.total(values)))
        .total(Sales::total)
        .rule(Sales::linesSaySomething).rule(Sales::amountsAgree).rule(Sales::sumsFit).rule(Sales::totalIsNotNegative)
        .build();
    // spotless:on

    private Invoice() {}
}
