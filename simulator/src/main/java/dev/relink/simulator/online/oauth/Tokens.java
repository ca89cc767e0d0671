package dev.relink.simulator.online.oauth;

/**
 * The answer of the token endpoint.
 *
 * @param expiresIn seconds
 * @param refreshExpiresIn seconds
 * @param hardExpiresIn seconds until no refresh works any more
 */
public record Tokens(
        String accessToken, String refreshToken, long expiresIn, long refreshExpiresIn, long hardExpiresIn) {}
