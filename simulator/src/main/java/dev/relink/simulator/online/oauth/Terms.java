package dev.relink.simulator.online.oauth;

/** How long what lives, in seconds, as documented, and what is offered. All may be set at any time and hold for what is given from then on. */
public final class Terms {
    public volatile long accessToken = 3_600;

    /** 101 days, rolling. */
    public volatile long refreshToken = 8_726_400;

    /** After this time a refresh gives another refresh token; before it the same one. 0: always another. */
    public volatile long rotatesAfter = 86_400;

    /** How long a superseded refresh token still works. Sources differ: at once dead, or 24 hours. */
    public volatile long grace;

    /** Five years after the consent no refresh works any more. */
    public volatile long hardExpiry = 157_680_000;

    /** An authorisation code. */
    public volatile long code = 600;

    /** Whether the discovery document offers PKCE. Intuit's does not; a challenge that is sent is held to either way. */
    public volatile boolean offersProofKey;
}
