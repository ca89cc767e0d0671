package dev.relink.quickbooks.online.oauth;

/** An access token and the refresh token it came with: kept together, sealed together. */
record Pair(String access, String refresh) {

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Pair[]";
    }
}
