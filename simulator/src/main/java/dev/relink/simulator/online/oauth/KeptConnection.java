package dev.relink.simulator.online.oauth;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** That an app was let into a realm, as it is kept on disk. The tokens are practice tokens and open nothing else. */
public record KeptConnection(
        App app,
        String realmId,
        Set<String> scopes,
        Instant since,
        Map<String, Instant> accessTokens,
        Map<String, Instant> superseded,
        @Nullable String refreshToken,
        Instant rotated,
        Instant refreshExpires,
        boolean revoked) {

    static KeptConnection of(Connection connection) {
        return new KeptConnection(
                connection.app(),
                connection.realmId(),
                connection.scopes(),
                connection.since(),
                Map.copyOf(connection.accessTokens),
                Map.copyOf(connection.superseded),
                connection.refreshToken,
                connection.rotated,
                connection.refreshExpires,
                connection.revoked);
    }

    Connection connection() {
        var connection = new Connection(app, realmId, scopes, since);
        connection.accessTokens.putAll(accessTokens);
        connection.superseded.putAll(superseded);
        connection.refreshToken = refreshToken;
        connection.rotated = rotated;
        connection.refreshExpires = refreshExpires;
        connection.revoked = revoked;
        return connection;
    }
}
