package dev.relink.platform.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is by the word of the OpenID Connect provider; the ID token that said so was checked.
 *
 * @param subject issuer, a blank, and the provider's own id of the account: never given to anybody else
 * @param email as the provider knows it; null when it does not say
 * @param verified whether the provider has checked that the address is theirs
 * @param name may be empty
 * @param roles the values of the claim in the settings; empty when there is none
 */
public record ProviderIdentity(
        String subject, @Nullable String email, boolean verified, String name, List<String> roles) {

    public ProviderIdentity {
        roles = List.copyOf(roles);
    }
}
