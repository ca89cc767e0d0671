package dev.relink.quickbooks.online.oauth;

import dev.relink.platform.OnlineApp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the discovery documents, once a day each. While Intuit's is away the one that was read last holds. */
@Component
class Discovery {

    private static final Duration KEPT = Duration.ofDays(1);

    private record Read(Places places, Instant at) {}

    private final Intuit intuit;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();
    private final Map<URI, Read> read = new ConcurrentHashMap<>();

    Discovery(Intuit intuit, InstantSource clock) {
        this.intuit = intuit;
        this.clock = clock;
    }

    /** @throws TokensUnavailable when it cannot be read, and never was */
    Places of(OnlineApp app) {
        URI document = app.discovery();
        Read known = read.get(document);
        if (known != null && clock.instant().isBefore(known.at.plus(KEPT))) {
            return known.places;
        }
        try {
            Places places = fetch(document);
            read.put(document, new Read(places, clock.instant()));
            return places;
        } catch (TokensUnavailable away) {
            if (known == null) {
                throw away;
            }
            return known.places;
        }
    }

    private Places fetch(URI document) {
        var answer = intuit.ask(HttpRequest.newBuilder(document).GET());
        if (answer.status() != 200) {
            throw new TokensUnavailable(
                    "The discovery document of QuickBooks Online could not be read at %s: it answered with HTTP %d."
                            .formatted(document, answer.status()));
        }
        try {
            return Places.of(json.readTree(answer.body()), document);
        } catch (JacksonException notJson) {
            throw new TokensUnavailable(
                    "The discovery document of QuickBooks Online at %s is no JSON.".formatted(document), notJson);
        }
    }
}
