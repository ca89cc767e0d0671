package dev.relink.connector;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who speaks which system's language. */
@Component
public final class Connectors {

    private final Map<Platform, Connector> byPlatform;

    public Connectors(List<Connector> all) {
        this.byPlatform = all.stream().collect(Collectors.toUnmodifiableMap(Connector::platform, Function.identity()));
    }

    /** @throws IllegalStateException when nobody speaks it */
    public Connector of(Platform platform) {
        Connector connector = byPlatform.get(platform);
        if (connector == null) {
            throw new IllegalStateException("No connector speaks to %s".formatted(platform.word()));
        }
        return connector;
    }
}
