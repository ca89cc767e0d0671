package dev.relink.platform.security;

import dev.relink.platform.OidcSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The provider of the settings. Its addresses are asked for at the first sign-in, not at the start: Relink starts, and
 * passwords work, while the provider is away.
 */
final class DiscoveredProvider implements ClientRegistrationRepository {

    /** In addresses: {@code /sign-in/oidc}. */
    static final String ID = "oidc";

    static final String CALLBACK = "/sign-in/oidc/callback";

    private final OidcSettings settings;
    private final @Nullable URI publicUrl;
    private volatile @Nullable ClientRegistration found;

    DiscoveredProvider(OidcSettings settings, @Nullable URI publicUrl) {
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration known = found;
        if (known == null) {
            known = discover();
            found = known;
        }
        return known;
    }

    /** The issuer in the answer must be the one that was asked; Spring Security sees to that. */
    private ClientRegistration discover() {
        String base = publicUrl == null ? "{baseUrl}" : publicUrl.toString().replaceAll("/$", "");
        return ClientRegistrations.fromOidcIssuerLocation(settings.issuer().toString())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "email", "profile")
                .redirectUri(base + CALLBACK)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }
}
