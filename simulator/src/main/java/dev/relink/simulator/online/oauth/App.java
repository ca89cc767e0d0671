package dev.relink.simulator.online.oauth;

import java.util.Set;

/**
 * An app as it was registered with Intuit.
 *
 * @param redirects where a person may be sent back to; empty: anywhere
 */
public record App(String clientId, String secret, String name, Set<String> redirects) {
    boolean mayRedirectTo(String address) {
        return redirects.isEmpty() || redirects.contains(address);
    }
}
