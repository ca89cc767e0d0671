package dev.relink.cycle;

import dev.relink.attempt.MessageSets;
import dev.relink.attempt.StoredSet;
import dev.relink.binding.Binding;
import dev.relink.binding.Bindings;
import dev.relink.connection.Connection;
import dev.relink.connection.Connections;
import dev.relink.connector.Answer;
import dev.relink.connector.Platform;
import dev.relink.connector.Row;
import dev.relink.entity.RecordKey;
import dev.relink.pending.PendingSyncs;
import dev.relink.platform.Json;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Is this the right company file, and not a restored or copied one? Before anything else, in every visit. Nothing is
 * written until it is proved.
 */
@Component
@Order(1)
final class IdentityStep implements Step {

    private static final int CANARIES = 3;
    private static final Duration REALM_ASKED_EVERY = Duration.ofHours(1);
    private static final String REALM = "realm:";
    private static final String BY_NAME = "name:";

    private final Connections connections;
    private final Bindings bindings;
    private final PendingSyncs pendings;
    private final MessageSets sets;
    private final Outcomes outcomes;
    private final Lacks lacks;
    private final Proving proving;
    private final Clock clock;

    IdentityStep(
            Connections connections,
            Bindings bindings,
            PendingSyncs pendings,
            MessageSets sets,
            Outcomes outcomes,
            Lacks lacks,
            Proving proving,
            Clock clock) {
        this.connections = connections;
        this.bindings = bindings;
        this.pendings = pendings;
        this.sets = sets;
        this.outcomes = outcomes;
        this.lacks = lacks;
        this.proving = proving;
        this.clock = clock;
    }

    @Override
    public Set<StoredSet.Kind> kinds() {
        return Set.of(StoredSet.Kind.IDENTITY);
    }

    @Override
    public @Nullable Planned plan(Visit visit) {
        Connection connection = connections.of(visit.company());
        if (isFresh(visit, connection)) {
            return proof(visit);
        }
        if (connection.identifiedEpoch() != visit.epoch()) {
            var questions = new Questions();
            questions.whoseBooks(connections.fileIds(visit.company()).ownerId());
            return Planned.reads(StoredSet.Kind.IDENTITY, questions);
        }
        Planned canary = connection.canaryEpoch() == visit.epoch() ? null : canary(visit);
        return canary == null ? proof(visit) : canary;
    }

    /** A realm is named by every call's address: another one cannot answer, so it is asked now and then only. */
    private boolean isFresh(Visit visit, Connection connection) {
        Instant then = connection.identifiedAt();
        return visit.platform() == Platform.ONLINE
                && connection.identifiedEpoch() != visit.epoch()
                && then != null
                && clock.instant().isBefore(then.plus(REALM_ASKED_EVERY));
    }

    private @Nullable Planned proof(Visit visit) {
        Questions proof = proving.ask(visit);
        return proof == null ? null : Planned.reads(StoredSet.Kind.IDENTITY, proof);
    }

    /** The records that we wrote last: a restored copy of the file does not know them, or knows them as they were. */
    private @Nullable Planned canary(Visit visit) {
        boolean willWrite = pendings.hasMore(visit.company(), visit.epoch())
                || sets.unresolved(visit.company()).isPresent();
        List<Binding> newest = willWrite ? bindings.newest(visit.company(), CANARIES) : List.of();
        if (newest.isEmpty()) {
            return null;
        }
        var questions = new Questions();
        newest.forEach(binding -> questions.id(binding.key(), binding.key().type(), binding.quickbooksId()));
        questions.deletedLists(null);
        questions.deletedTransactions(null);
        return Planned.reads(StoredSet.Kind.IDENTITY, questions);
    }

    @Override
    public void accept(Visit visit, StoredSet set, Answer answer) {
        List<Question> questions = Question.list(set.plan());
        if (questions.getFirst().ask() == Question.Ask.WHOSE_BOOKS) {
            whose(visit, answer);
        } else if (questions.getLast().ask() == Question.Ask.DELETED_TRANSACTIONS) {
            sing(visit, Gathered.read(answer, questions, Set.of(), outcomes));
        } else {
            proving.take(visit, questions, answer);
        }
    }

    private void whose(Visit visit, Answer answer) {
        while (answer.hasNext()) {
            var rows = answer.next().rows();
            while (rows.hasNext()) {
                if (rows.next() instanceof Row.Books books) {
                    identify(visit, books);
                }
            }
        }
    }

    /** Learns whose books are open; stops all writes when they are not this company's. */
    void identify(Visit visit, Row.Books books) {
        Connection connection = connections.of(visit.company());
        var ids = connections.fileIds(visit.company());
        String fileId = books.fileIds().get(ids.ownerId());
        String identity = identity(visit, books.companyName(), fileId);
        if (!isRight(identity, connection.fileIdentity(), "file:" + ids.fileId())) {
            connections.refuse(visit.company(), identity, wrongFile(books));
            connections.askedWhoseBooks(visit.company(), visit.epoch());
            return;
        }
        connections.identified(visit.company(), visit.epoch(), identity, version(visit, books), Json.write(books));
        connections.rightFileAgain(visit.company());
        lacks.featuresOff(visit.company(), Feature.off(books));
        lacks.tryRights(visit.company(), clock.instant());
    }

    private static String identity(Visit visit, String companyName, @Nullable String fileId) {
        String known = visit.platform() == Platform.ONLINE ? REALM : "file:";
        return fileId == null ? BY_NAME + companyName : known + fileId;
    }

    private static String version(Visit visit, Row.Books books) {
        return visit.platform() == Platform.ONLINE
                ? books.versions().getFirst()
                : QbxmlVersion.highest(books.versions());
    }

    /**
     * The first file must carry our FileID, if it carries one: the Web Connector writes it there. Once a file is known, by
     * its FileID or by an administrator's word, only that one will do; one known by its name may get our FileID later.
     */
    private static boolean isRight(String identity, @Nullable String known, String ours) {
        return known == null
                ? identity.equals(ours) || identity.startsWith(BY_NAME)
                : identity.equals(known) || identity.equals(ours) && known.startsWith(BY_NAME);
    }

    private static String wrongFile(Row.Books books) {
        return ("The company file that is open in QuickBooks (\"%s\") is not the one that this company is linked to."
                        + " Nothing was sent. Open the right file, then run the Web Connector again;"
                        + " if this is the right one, rebuilt or moved, an administrator confirms it on the Connection page."
                        + " Then each record is looked up in it before anything is sent for it.")
                .formatted(books.companyName());
    }

    private void sing(Visit visit, Gathered gathered) {
        List<Binding> newest = bindings.newest(visit.company(), CANARIES);
        Set<String> deleted =
                gathered.deleted().stream().map(Row.Deleted::quickbooksId).collect(Collectors.toSet());
        // a query of QuickBooks Online may answer with an older SyncToken than is true
        boolean older =
                visit.platform() == Platform.DESKTOP && newest.stream().anyMatch(binding -> isOlder(binding, gathered));
        boolean allUnknown = newest.stream()
                .allMatch(binding -> gathered.isComplete(binding.key())
                        && found(binding, gathered) == null
                        && !deleted.contains(binding.quickbooksId()));
        if (older || allUnknown) {
            connections.stop(
                    visit.company(),
                    "restored-company-file",
                    restored(newest.getFirst().key()));
        } else {
            connections.canarySang(visit.company(), visit.epoch());
        }
    }

    private static boolean isOlder(Binding binding, Gathered gathered) {
        Row.Found found = found(binding, gathered);
        return found != null && number(found.editToken()).compareTo(number(binding.editToken())) < 0;
    }

    private static Row.@Nullable Found found(Binding binding, Gathered gathered) {
        return gathered.about(binding.key(), binding.quickbooksId());
    }

    private static BigDecimal number(String editToken) {
        return editToken.matches("\\d{1,16}") ? new BigDecimal(editToken) : BigDecimal.ZERO;
    }

    private static String restored(RecordKey newest) {
        return ("This company file does not know what we wrote to it last (%s): it looks like a backup that was"
                        + " restored, or a copy. Nothing was sent. An administrator confirms on the Connection page which"
                        + " file is the right one.")
                .formatted(newest);
    }
}
