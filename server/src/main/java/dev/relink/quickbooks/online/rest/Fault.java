package dev.relink.quickbooks.online.rest;

/**
 * What QuickBooks says is wrong.
 *
 * @param message its words: message and detail of every error
 */
record Fault(String code, String message) {

    static final Fault NONE_SAID = new Fault("", "");
}
