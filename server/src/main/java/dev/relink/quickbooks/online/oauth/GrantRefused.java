package dev.relink.quickbooks.online.oauth;

/** {@code invalid_grant}: a code or a refresh token that is good no more. The message holds Intuit's own words. */
final class GrantRefused extends RuntimeException {

    GrantRefused(String words) {
        super(words);
    }
}
