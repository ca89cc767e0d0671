package dev.relink.quickbooks.online.oauth;

/** Nothing can be asked of the company's QuickBooks Online until an administrator connects it. The message says why. */
public final class NeedsReconnecting extends RuntimeException {

    public NeedsReconnecting(String sentence) {
        super(sentence);
    }
}
