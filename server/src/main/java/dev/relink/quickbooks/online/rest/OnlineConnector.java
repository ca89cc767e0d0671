package dev.relink.quickbooks.online.rest;

import dev.relink.connector.Answer;
import dev.relink.connector.Connector;
import dev.relink.connector.MessageSet;
import dev.relink.connector.Platform;
import dev.relink.connector.Request;
import java.io.Reader;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Speaks the JSON of QuickBooks Online. A message set is a {@link Plan} of calls; what came of them is one document, written
 * by {@link Calls}.
 */
@Component
public final class OnlineConnector implements Connector {

    @Override
    public Platform platform() {
        return Platform.ONLINE;
    }

    /** @param version the minor version; QuickBooks has answered as 75 since August 2025, whatever is asked */
    @Override
    public byte[] write(MessageSet set, String version) {
        return PlanWriter.write(set);
    }

    @Override
    public Answer read(Reader answer, Map<String, Request> requests) {
        return new OnlineAnswer(answer, requests);
    }

    /** The same calls with the same requestid and the same bytes: QuickBooks gives the first answer again. */
    @Override
    public Optional<byte[]> askAgain(LostWrites lost, String version) {
        return Repetition.of(lost);
    }

    /** Whether a fault is given again or is one of the second time, nothing that Intuit wrote tells. */
    @Override
    public boolean remembersErrors() {
        return false;
    }

    /** Indented; at most some 64,000 characters. */
    @Override
    public Optional<String> excerpt(Reader text, String requestId) {
        return Excerpt.of(text, requestId);
    }
}
