package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.Switches.DeadReference;

/** The faults in the words in which they were recorded or are documented. */
public final class Refusals {
    private static final String MADE_INACTIVE = "Something you're trying to use has been made inactive. "
            + "Check the fields with accounts, customers, items, vendors or employees.";

    private Refusals() {}

    static Refusal notFound() {
        return new Refusal(Code.OBJECT_NOT_FOUND, "Object Not Found : " + MADE_INACTIVE, "");
    }

    static Refusal deletedByAnother() {
        return new Refusal(Code.OBJECT_NOT_FOUND, "Object Not Found : Another user has deleted this transaction.", "");
    }

    static Refusal deadReference(DeadReference as) {
        return switch (as) {
            case CODE_610 -> notFound();
            case CODE_2500 -> new Refusal(Code.INVALID_REFERENCE, "Invalid Reference Id : " + MADE_INACTIVE, "");
            case CODE_6250 -> new Refusal(Code.INVALID_CUSTOMER, "Invalid Customer : " + MADE_INACTIVE, "");
        };
    }

    static Refusal stale(Entity current) {
        String who = current.changedBy();
        return new Refusal(
                Code.STALE_OBJECT,
                "Stale Object Error : You and " + who + " were working on this at the same time. " + who
                        + " finished before you did, so your work was not saved.",
                "");
    }

    static Refusal missing(String property) {
        return new Refusal(
                Code.REQUIRED_MISSING, "Required parameter " + property + " is missing in the request", property);
    }

    static Refusal invalidId(String supplied) {
        return new Refusal(Code.INVALID_ID, "Id should be a valid number. Supplied value:" + supplied, "Id");
    }

    static Refusal tooLong(String property, int max, int supplied) {
        return new Refusal(
                Code.INVALID_LENGTH,
                "String length specified does not match the supported length. Min:0 Max:%,d supported. Supplied length:%,d"
                        .formatted(max, supplied),
                property);
    }

    static Refusal cannotBeLinked() {
        return new Refusal(Code.CANNOT_BE_LINKED, "Cannot validate linked transactions: " + MADE_INACTIVE, "");
    }

    static Refusal duplicateName(boolean explained) {
        String why = explained
                ? "Another customer, vendor or employee is already using this name. Please use a different name."
                : "null";
        return new Refusal(Code.DUPLICATE_NAME, "The name supplied already exists. : " + why, null);
    }

    static Refusal duplicateNumber(Entity holder, boolean named) {
        String which = " DocNumber=%s is assigned to TxnType=%s with TxnId=%s"
                .formatted(holder.text("DocNumber"), holder.type().wireName(), holder.id());
        return new Refusal(
                Code.DUPLICATE_NUMBER,
                "Duplicate Document Number Error : You must specify a different number. This number has already been used."
                        + (named ? which : ""),
                "");
    }

    static Refusal closed(boolean password) {
        return password
                ? new Refusal(
                        Code.PERIOD_CLOSED_PASSWORD,
                        "The account period has closed and the account books cannot be updated through through the QBO"
                                + " Services API. Please use the QBO website to make these changes.",
                        "")
                : new Refusal(Code.PERIOD_CLOSED, "Account Period Closed Error : The books are closed.", "");
    }

    static Refusal subscriptionEnded() {
        return new Refusal(
                Code.COMPANY_STATUS,
                "Subscription period has ended or canceled or there was a billing problem : You can't add data to"
                        + " QuickBooks Online Plus because your trial or subscription period ended.",
                "");
    }

    static Refusal deposited() {
        return new Refusal(
                Code.DEPOSITED,
                "This transaction has been deposited. If you want to change or delete it, you must edit the deposit it"
                        + " appears on and remove it first.",
                "");
    }

    static Refusal business(String why) {
        return new Refusal(Code.BUSINESS_VALIDATION, "Business Validation Error: " + why, "");
    }

    /** An operation or an address that is not offered. */
    public static Refusal unsupported(String detail) {
        return new Refusal(Code.UNSUPPORTED_OPERATION, detail, null);
    }
}
