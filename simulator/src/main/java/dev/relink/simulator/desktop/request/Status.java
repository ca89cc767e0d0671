package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.qbxml.ValueType;

/**
 * The status of one answer. All texts stand in this file; the blanks before "QuickBooks error message" are as recorded:
 * two, one or none, depending on the code.
 */
public record Status(String code, String severity, String message) {
    static final Status OK = new Status("0", "Info", "Status OK");
    static final Status NO_MATCH =
            new Status("1", "Info", "A query request did not find a matching object in QuickBooks");
    static final Status NOT_PROCESSED = error("3231", "The request has not been processed.");
    static final Status ROLLED_BACK = error("3230", "Status rollback.");

    private static final String NO_RECORD =
            "  QuickBooks error message: Invalid argument.  The specified record does not exist in the list.";
    private static final String IN_USE = "  QuickBooks error message: The list element is in use.";
    private static final String TXN_IN_USE =
            "  QuickBooks error message: The transaction could not be locked.  It is in use by another user.";
    private static final String MODIFIED_BY_ANOTHER =
            " QuickBooks error message: This list has been modified by another user.";

    static Status error(String code, String message) {
        return new Status(code, "Error", message);
    }

    RequestFailed failure() {
        return new RequestFailed(this);
    }

    static RequestFailed incompleteQuery(String value) {
        return new Status(
                        "500",
                        "Warn",
                        "The query request has not been fully completed. There was a required element (\"" + value
                                + "\") that could not be found in QuickBooks.")
                .failure();
    }

    static RequestFailed notSupported() {
        return error("1030", "This request is not supported by this implementation.")
                .failure();
    }

    static RequestFailed badRequestId(String requestId) {
        return error("1060", "The request ID \"" + requestId + "\" is invalid, possibly too long, max 50 chars.")
                .failure();
    }

    static RequestFailed badId(String id, String field) {
        return error("3000", "The given object ID \"" + id + "\" in the field \"" + field + "\" is invalid.")
                .failure();
    }

    static RequestFailed badValue(ValueType type, String value, String field) {
        return error(
                        type.statusCode(),
                        "There was an error when converting the " + type.word() + " \"" + value + "\" in the field \""
                                + field + "\".")
                .failure();
    }

    static RequestFailed badRange() {
        return error("3030", "Invalid date range: From date is greater than To date.")
                .failure();
    }

    static RequestFailed tooLong(String value, String field) {
        return error("3070", "The string \"" + value + "\" in the field \"" + field + "\" is too long.")
                .failure();
    }

    static RequestFailed colonInName(String name, String field) {
        return error(
                        "3090",
                        "There was an error when storing \"" + name + "\" in the \"" + field
                                + "\" field. QuickBooks error message: Names in this list cannot contain a colon. "
                                + "The colon is a special character used to indicate a parent/child relationship.")
                .failure();
    }

    static RequestFailed nameInUse(String name) {
        return error("3100", "The name \"" + name + "\" of the list element is already in use.")
                .failure();
    }

    static RequestFailed unknownWord(String word, String field) {
        return error(
                        "3110",
                        "Invalid enum value: the enumerated value \"" + word + "\" in the field \"" + field
                                + "\" is unknown.")
                .failure();
    }

    static RequestFailed notFound(String id) {
        return error("3120", "Object \"" + id + "\" specified in the request cannot be found." + NO_RECORD)
                .failure();
    }

    static RequestFailed noParent(String parent, String list) {
        return error(
                        "3130",
                        "There is an invalid reference to a parent \"" + parent + "\" in the " + list + " list."
                                + NO_RECORD)
                .failure();
    }

    static RequestFailed badParent(String parent, String list, String tail) {
        return error(
                        "3130",
                        "There is an invalid reference to a parent \"" + parent + "\" in the " + list
                                + " list.  QuickBooks error message: " + tail)
                .failure();
    }

    static RequestFailed badReference(String word, String value, String place) {
        return error(
                        "3140",
                        "There is an invalid reference to QuickBooks " + word + " \"" + value + "\" in the " + place
                                + "." + NO_RECORD)
                .failure();
    }

    static RequestFailed missing(String field) {
        return error("3150", "There is a missing element: \"" + field + "\".").failure();
    }

    static RequestFailed conflict() {
        return error("3153", "There is a conflict between elements in the request.")
                .failure();
    }

    static RequestFailed internal() {
        return error("1000", "There has been an internal error when processing the request.")
                .failure();
    }

    static RequestFailed noPersonalData() {
        return error("3261", "The integrated application has no permission to access sensitive data.")
                .failure();
    }

    static RequestFailed undeletable(String code, String id, String tail) {
        return error(
                        code,
                        "Cannot delete the object specified by the id = \"" + id + "\".  QuickBooks error message: "
                                + tail)
                .failure();
    }

    static RequestFailed closedForDelete() {
        return error("3161", "Cannot delete before closing date.").failure();
    }

    static RequestFailed closedForModify(String type) {
        return error(
                        "3171",
                        "An attempt was made to modify a " + type
                                + " with a date that is on or before the closing date of the company. If you are sure"
                                + " you really want to do this, please ask a user with Admin privileges to remove the"
                                + " password for editing transactions on or before to closing date (this setting is in"
                                + " the Accounting Company Preferences), then try again.")
                .failure();
    }

    static RequestFailed closedForSave() {
        return error("3181", "Cannot save before closing date.").failure();
    }

    static RequestFailed listInUse(String what) {
        return error(
                        "3175",
                        "There was an error when adding, modifying or deleting " + what
                                + " because it is already in use." + IN_USE)
                .failure();
    }

    static RequestFailed transactionInUse(String what) {
        return error(
                        "3175",
                        "There was an error when adding, modifying or deleting " + what
                                + " because it is already in use." + TXN_IN_USE)
                .failure();
    }

    static RequestFailed relatedInUse(String id) {
        return error(
                        "3176",
                        "A related transaction object specified by the ID \"" + id
                                + "\" is already in use, or failed to acquire the lock for this object.")
                .failure();
    }

    static RequestFailed listDisturbedWhileSaving(String type, String name) {
        return error(
                        "3180",
                        "There was an error when saving a " + type + " list, element \"" + name + "\"."
                                + MODIFIED_BY_ANOTHER)
                .failure();
    }

    static RequestFailed listDisturbedWhileModifying(String type) {
        return error("3170", "There was an error when modifying a " + type + "." + MODIFIED_BY_ANOTHER)
                .failure();
    }

    static RequestFailed notSaved(String what, String tail) {
        return error("3180", "There was an error when saving a " + what + ". QuickBooks error message: " + tail)
                .failure();
    }

    static RequestFailed unvoidable(String id) {
        return error("3190", "Cannot void the object specified by the id = \"" + id + "\"." + TXN_IN_USE)
                .failure();
    }

    static RequestFailed stale(String editSequence) {
        return error("3200", "The provided edit sequence \"" + editSequence + "\" is out-of-date.")
                .failure();
    }

    static RequestFailed overpaid(String amount, boolean asInfo) {
        return new Status(
                        "3210",
                        asInfo ? "Info" : "Error",
                        invalid("AppliedToTxnAdd payment amount", amount) + "You cannot pay more than the amount due.")
                .failure();
    }

    static RequestFailed invalidField(String field, String value, String tail) {
        return error("3210", invalid(field, value) + tail).failure();
    }

    private static String invalid(String field, String value) {
        return "The \"" + field + "\" field has an invalid value \"" + value + "\". QuickBooks error message: ";
    }

    static RequestFailed otherTimeOfCreation(String id) {
        return error("3240", "Time creation mismatch: the object \"" + id + "\" was created at another time.")
                .failure();
    }

    static RequestFailed featureOff() {
        return error("3250", "This feature is not enabled or not available in this version of QuickBooks.")
                .failure();
    }

    static RequestFailed noPermission() {
        return error("3260", "Insufficient permission level to perform this action.")
                .failure();
    }

    static RequestFailed wrongOrder(String id) {
        return error("3290", "The item \"" + id + "\" is placed in the request in incorrect order.")
                .failure();
    }

    static RequestFailed badIterator(String iteratorId) {
        return error("3391", "The iteratorID \"" + iteratorId + "\" is not valid.")
                .failure();
    }
}
