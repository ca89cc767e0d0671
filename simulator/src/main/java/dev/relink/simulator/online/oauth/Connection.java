package dev.relink.simulator.online.oauth;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A person has let an app into a realm. Changed only by {@link OAuth}, which lets one thread in at a time. */
public final class Connection {
    private final App app;
    private final String realmId;
    private final Set<String> scopes;
    private final Instant since;
    final Map<String, Instant> accessTokens = new HashMap<>();
    /** Superseded tokens and until when they work. */
    final Map<String, Instant> superseded = new HashMap<>();

    @Nullable
    String refreshToken;

    Instant rotated;
    Instant refreshExpires;
    boolean revoked;

    Connection(App app, String realmId, Set<String> scopes, Instant since) {
        this.app = app;
        this.realmId = realmId;
        this.scopes = Set.copyOf(scopes);
        this.since = since;
        this.rotated = since;
        this.refreshExpires = since;
    }

    public App app() {
        return app;
    }

    public String realmId() {
        return realmId;
    }

    public Set<String> scopes() {
        return scopes;
    }

    public Instant since() {
        return since;
    }

    public boolean revoked() {
        return revoked;
    }
}
