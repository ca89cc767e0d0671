package dev.relink.cycle;

import dev.relink.attempt.Attempt;
import dev.relink.binding.Binding;
import dev.relink.binding.Bindings;
import dev.relink.company.CompanyId;
import dev.relink.connection.Connections;
import dev.relink.connector.Platform;
import dev.relink.connector.Row;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Link;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Resolver;
import dev.relink.entity.Value;
import dev.relink.entity.Value.Reference;
import dev.relink.entity.Values;
import dev.relink.pending.Candidate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records made ready for QuickBooks: read from their snapshots, with references turned into ListIDs and TxnIDs. */
@Component
final class Prepared {

    private final Bindings bindings;
    private final Connections connections;
    private final QuickBooksEntries entries;

    Prepared(Bindings bindings, Connections connections, QuickBooksEntries entries) {
        this.bindings = bindings;
        this.connections = connections;
        this.entries = entries;
    }

    /**
     * One record, ready.
     *
     * @param fullName {@code Parent:Child} for lists, the name otherwise
     * @param missing the first reference to a record that is not bound; null = all are
     */
    record Ready(
            EntityType type,
            Values values,
            String fullName,
            @Nullable Link missing) {}

    /** All at once: one statement for the references of all. */
    Map<RecordKey, Ready> of(CompanyId company, List<Candidate> candidates) {
        var values = new HashMap<RecordKey, Values>();
        candidates.forEach(one -> values.put(one.key(), named(read(one.key(), one.snapshot()), one.alias())));
        return ready(company, values);
    }

    /** As they were sent. */
    Map<RecordKey, Ready> ofAttempts(CompanyId company, List<Attempt> attempts) {
        var values = new HashMap<RecordKey, Values>();
        attempts.forEach(one -> values.put(one.key(), read(one.key(), one.snapshot())));
        return ready(company, values);
    }

    /** What both sides last agreed on, where that is known. */
    Map<RecordKey, Values> agreed(CompanyId company, List<Candidate> candidates) {
        var values = new HashMap<RecordKey, Values>();
        for (Candidate one : candidates) {
            if (one.binding() instanceof Binding binding && binding.synced() instanceof String synced) {
                values.put(one.key(), read(one.key(), synced));
            }
        }
        var agreed = new HashMap<RecordKey, Values>();
        ready(company, values).forEach((key, ready) -> agreed.put(key, ready.values()));
        return agreed;
    }

    /** Which of these records of ours are bound to, by {@code type + id}. */
    Set<String> bound(CompanyId company, List<Row.Found> some) {
        return some.isEmpty()
                ? Set.of()
                : bindings.ownersOf(
                                company,
                                some.stream().map(found -> found.type().name()).toList(),
                                some.stream().map(Row.Found::quickbooksId).toList())
                        .keySet();
    }

    private static Values read(RecordKey key, String json) {
        return RecordJson.read(EntityTypes.require(key.type()), json);
    }

    private static Values named(Values values, @Nullable String alias) {
        return alias == null ? values : values.with("name", new Value.Text(alias));
    }

    private Map<RecordKey, Ready> ready(CompanyId company, Map<RecordKey, Values> values) {
        Map<RecordKey, Bindings.Target> targets = targets(company, values);
        Map<Need, Reference.ToQuickBooks> named = named(company, values);
        var ready = new HashMap<RecordKey, Ready>();
        values.forEach((key, record) -> ready.put(key, ready(key, record, new There(targets, named))));
        return ready;
    }

    private Map<RecordKey, Bindings.Target> targets(CompanyId company, Map<RecordKey, Values> values) {
        Collection<RecordKey> referring = values.entrySet().stream()
                .filter(entry -> !links(entry.getKey(), entry.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        return referring.isEmpty() ? Map.of() : bindings.targets(company, referring);
    }

    /** QuickBooks Online knows entries by their ids alone; Desktop takes their names. */
    private Map<Need, Reference.ToQuickBooks> named(CompanyId company, Map<RecordKey, Values> values) {
        var names = new HashSet<Need>();
        values.forEach((key, record) -> EntityTypes.require(key.type())
                .references(record)
                .forEach(link -> {
                    if (link.reference() instanceof Reference.ByName(String name)) {
                        names.add(new Need(link.type(), name));
                    }
                }));
        return names.isEmpty() || connections.platform(company) != Platform.ONLINE
                ? Map.of()
                : entries.named(company, names);
    }

    private static List<Link> links(RecordKey key, Values values) {
        return EntityTypes.require(key.type()).references(values).stream()
                .filter(link -> link.reference() instanceof Reference.ToRecord)
                .toList();
    }

    /** What references lead to. */
    private record There(Map<RecordKey, Bindings.Target> targets, Map<Need, Reference.ToQuickBooks> entries)
            implements Resolver {

        @Override
        public Reference resolve(String type, Reference.ToRecord reference) {
            var found = targets.get(new RecordKey(type, reference.recordId()));
            return found == null ? reference : new Reference.ToQuickBooks(found.quickbooksId(), found.fullName());
        }

        @Override
        public Reference named(String type, Reference.ByName reference) {
            var found = entries.get(new Need(type, reference.fullName()));
            return found == null ? reference : found;
        }
    }

    private static Ready ready(RecordKey key, Values record, There there) {
        EntityType type = EntityTypes.require(key.type());
        Values resolved = type.resolve(record, there);
        Link missing = links(key, resolved).stream().findFirst().orElse(null);
        return new Ready(type, resolved, type.fullNameOf(resolved, parentName(resolved)), missing);
    }

    private static @Nullable String parentName(Values resolved) {
        Value parent = resolved.get("parent");
        return switch (parent) {
            case Reference.ToQuickBooks there -> there.fullName();
            case Reference.ByName byName -> byName.fullName();
            case null, default -> null;
        };
    }
}
