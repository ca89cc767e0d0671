package dev.relink.cycle;

import dev.relink.attempt.Marker;
import dev.relink.attempt.Verb;
import dev.relink.binding.Binding;
import dev.relink.company.CompanyId;
import dev.relink.connection.Connections;
import dev.relink.connector.Connector;
import dev.relink.connector.Connectors;
import dev.relink.connector.MessageSet;
import dev.relink.connector.Request;
import dev.relink.entity.Difference;
import dev.relink.entity.Differences;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Values;
import dev.relink.pending.Candidate;
import dev.relink.pending.Candidates;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What would be sent for a pending sync if it went now. Nothing is sent, and nothing is changed. */
@Component
public class Preview {

    private static final String ONE = "1";

    private final Candidates candidates;
    private final Prepared prepared;
    private final Connections connections;
    private final Connectors connectors;

    Preview(Candidates candidates, Prepared prepared, Connections connections, Connectors connectors) {
        this.candidates = candidates;
        this.prepared = prepared;
        this.connections = connections;
        this.connectors = connectors;
    }

    /**
     * One write.
     *
     * @param verb {@code add}, {@code mod} and so on; empty when QuickBooks need not be told anything
     * @param request as it would stand in the message set; null when it cannot be written yet
     * @param why it cannot be written yet, or what comes before it; null when it goes so
     * @param values what is sent, as a snapshot in JSON
     * @param changes against what QuickBooks took last: {@code found} is that; empty when all is new
     */
    public record Would(
            String verb, @Nullable String request, @Nullable String why, String values, List<Difference> changes) {}

    /** Empty when nothing is pending for that record. */
    @Transactional(readOnly = true)
    public Optional<Would> of(CompanyId company, RecordKey key) {
        return candidates.find(company, key).map(candidate -> of(company, candidate));
    }

    private Would of(CompanyId company, Candidate candidate) {
        Map<RecordKey, Prepared.Ready> ready = prepared.of(company, List.of(candidate));
        Prepared.Ready record = Objects.requireNonNull(ready.get(candidate.key()));
        Values values = Drafts.merged(candidate, record);
        String snapshot = RecordJson.write(record.type(), values);
        Verb verb = Drafts.verb(candidate);
        if (verb == null) {
            return new Would("", null, "QuickBooks need not be told anything.", snapshot, List.of());
        }
        List<Difference> changes = changes(company, candidate, record, values);
        if ((verb == Verb.ADD || verb == Verb.MOD) && record.missing() != null) {
            return new Would(
                    verb.word(),
                    null,
                    "The %s it names is not in QuickBooks yet: its ID is filled in when that was sent."
                            .formatted(record.missing().type()),
                    snapshot,
                    changes);
        }
        return written(company, candidate, record, verb, snapshot, changes);
    }

    private Would written(
            CompanyId company,
            Candidate candidate,
            Prepared.Ready record,
            Verb verb,
            String snapshot,
            List<Difference> changes) {
        Request request = Drafts.request(
                candidate, record, verb, ONE, Marker.of(company, candidate.key(), candidate.generation()));
        Connector connector = connectors.of(connections.platform(company));
        try {
            byte[] body = connector.write(
                    new MessageSet("PREVIEW", null, List.of(request)),
                    connections.of(company).qbxmlVersion());
            return new Would(
                    verb.word(),
                    connector.excerpt(reader(body), ONE).orElse(null),
                    before(candidate),
                    snapshot,
                    changes);
        } catch (RuntimeException cannotWrite) {
            return new Would(verb.word(), null, "It cannot be written: " + cannotWrite.getMessage(), snapshot, changes);
        }
    }

    private static Reader reader(byte[] body) {
        return new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8);
    }

    /** What is asked first and may change what is sent. */
    private static @Nullable String before(Candidate candidate) {
        return switch (candidate.mode()) {
            case SEND -> null;
            case FIND_OR_CREATE ->
                "Looked up first: it goes so when nothing like it is found, else what is found is linked and updated.";
            case CHECK_BINDING ->
                "The ID given by hand is checked first; then it is updated. Fields that the app does not send stay there as they are.";
            case TRACE -> "Looked up first: QuickBooks says that something is gone, and not what.";
            case READ_AGAIN -> "Read again first; what somebody changed in QuickBooks meanwhile is merged.";
        };
    }

    private List<Difference> changes(CompanyId company, Candidate candidate, Prepared.Ready record, Values values) {
        Binding binding = candidate.binding();
        Values agreed = binding == null
                ? null
                : prepared.agreed(company, List.of(candidate)).get(candidate.key());
        return agreed == null
                ? List.of()
                : Differences.between(
                        record.type(),
                        values,
                        agreed,
                        connections.platform(company).quickBooks());
    }
}
