package dev.relink.simulator.online.oauth;

/** What the token endpoint says no with: an error word of OAuth 2.0. */
public final class OAuthRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;

    /** @param error a word of OAuth 2.0: {@code invalid_grant}, ... */
    public OAuthRefused(String error, String why) {
        super(why);
        this.error = error;
    }

    static OAuthRefused grant(String why) {
        return new OAuthRefused("invalid_grant", why);
    }

    /** {@code "invalid_grant"}. */
    public String error() {
        return error;
    }

    /** 401 when the app is not who it says, otherwise 400. */
    public int httpStatus() {
        return error.equals("invalid_client") ? 401 : 400;
    }
}
