package dev.relink.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.company.CompanyId;
import dev.relink.connector.Connector;
import dev.relink.connector.Platform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The raw evidence: the piece of a message set that belongs to one request, and of its answer. */
@Component
class Exchanges {

    private final JdbcExchanges sets;
    private final Map<Platform, Connector> connectors;

    Exchanges(JdbcExchanges sets, List<Connector> connectors) {
        this.sets = sets;
        this.connectors = connectors.stream().collect(Collectors.toMap(Connector::platform, Function.identity()));
    }

    /** @param response null while there is no answer, or when it does not mention the request */
    record Exchange(@Nullable String request, @Nullable String response) {}

    Optional<Exchange> find(CompanyId company, @Nullable String messageSet, @Nullable String request) {
        if (messageSet == null || request == null) {
            return Optional.empty();
        }
        return sets.find(company, messageSet).map(set -> exchange(set, request));
    }

    private Exchange exchange(JdbcExchanges.Sent set, String request) {
        Connector connector = connectors.get(Platform.of(set.quickbooks()));
        if (connector == null) {
            return new Exchange(null, null);
        }
        return new Exchange(
                connector
                        .excerpt(new StringReader(new String(set.body(), UTF_8)), request)
                        .orElse(null),
                set.response() == null ? null : unzipped(connector, set.response(), request));
    }

    private static @Nullable String unzipped(Connector connector, byte[] response, String request) {
        try (Reader text = new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(response)), UTF_8)) {
            return connector.excerpt(text, request).orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Connector.UnreadableAnswer e) {
            return null; // was cut off; the error itself says so
        }
    }
}
