package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.Shape;

/** The fields of a list element that are not stored but follow from its place, its type or other records. */
final class ListFields {
    private ListFields() {}

    static void add(ListElement element, Element all) {
        Shape shape = Shape.of(element.type().ret());
        all.add("Name", element.name());
        all.add("FullName", element.fullName());
        all.add("IsActive", Boolean.toString(element.active()));
        all.add("Sublevel", Integer.toString(element.sublevel()));
        ListElement parent = element.parent();
        if (parent != null) {
            all.add(new Element("ParentRef").add("ListID", parent.id()));
        }
        if (shape.has("Balance")) {
            all.add("Balance", element.balance().toPlainString());
            all.add("TotalBalance", element.totalBalance().toPlainString());
        }
        AddressBlock.add(element.fields(), all);
        ofType(element, all);
    }

    private static void ofType(ListElement element, Element all) {
        switch (element.type()) {
            case CUSTOMER -> {
                unlessStored(element, all, "JobStatus", "None");
                unlessStored(element, all, "PreferredDeliveryMethod", "None");
            }
            case VENDOR -> unlessStored(element, all, "IsVendorEligibleFor1099", "false");
            case ACCOUNT -> unlessStored(element, all, "CashFlowClassification", "None");
            case ITEM_INVENTORY -> {
                unlessStored(element, all, "SalesPrice", "0.00");
                unlessStored(element, all, "PurchaseCost", "0.00");
                unlessStored(element, all, "QuantityOnHand", "0");
                unlessStored(element, all, "AverageCost", "0.00");
                unlessStored(element, all, "QuantityOnOrder", "0");
                unlessStored(element, all, "QuantityOnSalesOrder", "0");
            }
            case CURRENCY -> unlessStored(element, all, "IsUserDefinedCurrency", "true");
            case EMPLOYEE, OTHER_NAME, CLASS, ITEM_SERVICE, ITEM_NONINVENTORY, ITEM_OTHER_CHARGE -> nothing();
            case ITEM_DISCOUNT, ITEM_SALES_TAX, STANDARD_TERMS, DATE_DRIVEN_TERMS, PAYMENT_METHOD -> nothing();
            case SALES_TAX_CODE, CUSTOMER_TYPE, CUSTOMER_MESSAGE, JOB_TYPE, SHIP_METHOD -> nothing();
        }
    }

    /** These types have stored fields only. */
    private static void nothing() {}

    private static void unlessStored(ListElement element, Element all, String name, String value) {
        if (element.fields().child(name) == null) {
            all.add(name, value);
        }
    }
}
