package dev.relink.quickbooks.online.oauth;

/**
 * Access to a realm, with the name that QuickBooks gives its company.
 *
 * @param companyName empty when QuickBooks tells none
 */
record GivenAccess(String environment, String realm, String companyName, Tokens tokens) {}
