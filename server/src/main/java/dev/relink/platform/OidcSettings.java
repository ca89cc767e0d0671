package dev.relink.platform;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider with which people may sign in.
 *
 * @param issuer its address, as its tokens name it; the rest is read from {@code ISSUER/.well-known/openid-configuration}
 * @param name on the button: “Sign in with NAME”
 * @param allowedDomain whose address it ends with needs no invitation; null = only who was invited gets in
 * @param roleClaim the claim with roles such as {@code relink:admin} or {@code relink:operator:acme}; null = roles are given here
 */
public record OidcSettings(
        URI issuer,
        String clientId,
        String clientSecret,
        String name,
        @Nullable String allowedDomain,
        @Nullable String roleClaim) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
