package dev.relink.cycle;

import dev.relink.binding.Binding;
import dev.relink.catalogue.Operation;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Link;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Value.Reference;
import dev.relink.pending.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which is dead? QuickBooks Online refuses a write for “something” that is gone or inactive and names neither the record nor
 * what it refers to. All of them were read; this says which one it is. One pass a write: where all are alive a person reads
 * QuickBooks' own words.
 */
final class Tracing {

    private final Candidate candidate;
    private final Prepared.Ready record;
    private final Gathered gathered;

    /** Who is bound to what the record refers to, by {@code type + id}. */
    private final Map<String, RecordKey> owners;

    private final LookFor.Refused refused;

    Tracing(
            Candidate candidate,
            Prepared.Ready record,
            Gathered gathered,
            Map<String, RecordKey> owners,
            LookFor.Refused refused) {
        this.candidate = candidate;
        this.record = record;
        this.gathered = gathered;
        this.owners = owners;
        this.refused = refused;
    }

    /** What must be read: the record itself, and all that it refers to. */
    static void ask(Questions questions, Candidate candidate, Prepared.Ready record) {
        RecordKey key = candidate.key();
        var asked = new LinkedHashMap<String, Runnable>();
        if (candidate.binding() instanceof Binding binding) {
            asked.put(
                    key.type() + " " + binding.quickbooksId(),
                    () -> questions.id(key, key.type(), binding.quickbooksId()));
        }
        references(record)
                .forEach(there -> asked.putIfAbsent(
                        there.typeAndId(), () -> questions.id(key, there.type().name(), there.id())));
        asked.values().forEach(Runnable::run);
    }

    /** Something in QuickBooks that the record refers to. */
    private record There(EntityType type, String id, String name) {
        String typeAndId() {
            return type.name() + " " + id;
        }
    }

    private static List<There> references(Prepared.Ready record) {
        var all = new ArrayList<There>();
        for (Link link : record.type().references(record.values())) {
            if (link.reference() instanceof Reference.ToQuickBooks(String id, String name) && id != null) {
                all.add(new There(EntityTypes.require(link.type()), id, name == null ? id : name));
            }
        }
        return all;
    }

    /** The types and ids that it refers to, to learn whose they are. */
    static List<String[]> referred(Prepared.Ready record) {
        return references(record).stream()
                .map(there -> new String[] {there.type().name(), there.id()})
                .toList();
    }

    Finding judge() {
        Finding itself = candidate.binding() instanceof Binding binding ? itself(binding) : null;
        return itself == null ? references() : itself;
    }

    private @Nullable Finding itself(Binding binding) {
        Row.Found now = gathered.about(candidate.key(), binding.quickbooksId());
        if (now == null) {
            return hold(
                    refused.codeOf("610"),
                    "Looked up: ID %s is not in QuickBooks any more. It was deleted by somebody there, or merged."
                            .formatted(binding.quickbooksId()));
        }
        return now.active()
                ? null
                : hold(
                        refused.codeOf("610"),
                        "Looked up: \"%s\" (ID %s) itself was made inactive in QuickBooks."
                                .formatted(now.fullName(), now.quickbooksId()));
    }

    private Finding references() {
        var gone = new LinkedHashMap<RecordKey, BrokenBindings.Broken>();
        var inactive = new LinkedHashMap<RecordKey, BrokenBindings.Broken>();
        for (There there : references(record)) {
            Boolean active = gathered.isActive(candidate.key(), there.type().name(), there.id());
            if (active == null || !active) {
                String sentence = sentence(there, active == null);
                RecordKey owner = owners.get(there.typeAndId());
                if (owner == null) {
                    return hold(refused.codeOf("2500"), sentence);
                }
                (active == null ? gone : inactive).put(owner, new BrokenBindings.Broken(there.id(), sentence));
            }
        }
        if (!gone.isEmpty() || !inactive.isEmpty()) {
            return new Finding.Parents(candidate, gone, inactive);
        }
        return refused.equals(LookFor.Refused.FORESEEN)
                ? new Finding.Alive(candidate, gathered.about(candidate.key()), gathered.entries(candidate.key()))
                : hold(refused.status(), refused.message());
    }

    private static String sentence(There there, boolean isGone) {
        String what = there.type().label().toLowerCase(Locale.ROOT);
        return isGone
                ? "Looked up: the %s \"%s\" (ID %s) is not in QuickBooks any more. It was deleted by somebody there, or merged."
                        .formatted(what, there.name(), there.id())
                : "Looked up: the %s \"%s\" (ID %s) was made inactive in QuickBooks."
                        .formatted(what, there.name(), there.id());
    }

    private Finding hold(StatusCode code, String message) {
        return new Finding.Hold(candidate, record, code, message, Operation.MOD, null, null);
    }
}
