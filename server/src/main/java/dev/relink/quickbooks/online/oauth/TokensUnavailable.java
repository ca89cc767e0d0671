package dev.relink.quickbooks.online.oauth;

/** Intuit's token service did not answer, or not sensibly: what is stored is unchanged, and it is worth asking again later. */
public final class TokensUnavailable extends RuntimeException {

    public TokensUnavailable(String sentence) {
        super(sentence);
    }

    public TokensUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
