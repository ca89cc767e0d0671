package dev.relink.simulator.online.oauth;

/** What a bearer token is good for. */
public sealed interface Access {
    /** It opens the realms of this connection. */
    record Granted(Connection connection) implements Access {}

    /** @param detail the gateway's words */
    record Denied(String detail) implements Access {}
}
