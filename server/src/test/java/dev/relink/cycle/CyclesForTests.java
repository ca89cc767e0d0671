package dev.relink.cycle;

import dev.relink.attempt.Attempts;
import dev.relink.attempt.MessageSets;
import dev.relink.binding.Bindings;
import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.Decoder;
import dev.relink.connection.Connections;
import dev.relink.connector.Connectors;
import dev.relink.firstlink.FirstLinks;
import dev.relink.history.History;
import dev.relink.pending.Candidates;
import dev.relink.pending.PendingSyncs;
import dev.relink.platform.Ids;
import dev.relink.syncerror.SyncErrors;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The real cycle on a test's database: clock, ids, database and languages are the test's own. */
public final class CyclesForTests {

    private static final Decoder DECODER = new Decoder(Catalogue.load());

    private CyclesForTests() {}

    public static Cycles of(
            JdbcClient stores, TransactionTemplate transactions, Clock clock, Ids ids, Connectors connectors) {
        var decoder = DECODER;
        var candidates = new Candidates(stores);
        var pendings = new PendingSyncs(stores);
        var attempts = new Attempts(stores);
        var sets = new MessageSets(stores);
        var bindings = new Bindings(stores);
        var errors = new SyncErrors(stores);
        var history = new History(stores);
        var connections = new Connections(stores);
        var entries = new QuickBooksEntries(stores);
        var prepared = new Prepared(bindings, connections, entries);
        var outcomes = new Outcomes(decoder);
        var lacks = new Lacks(stores);
        var oneByOne = new OneByOne(transactions);
        var trouble = new CompanyTrouble(connections, clock);
        var ledger = new Ledger(
                attempts,
                pendings,
                bindings,
                errors,
                history,
                connections,
                lacks,
                trouble,
                new Emptied(new SentBefore(stores)));
        var duplicates = new Duplicates(ledger, decoder, clock);
        var settlement = new Settlement(
                ledger,
                prepared,
                new Claims(bindings),
                oneByOne,
                new Patience(pendings, attempts, decoder),
                duplicates,
                decoder,
                clock);
        var progress = new ReadProgress(stores);
        var broken = new BrokenBindings(bindings, pendings, errors, history, progress, decoder, clock);
        var proving = new Proving(new Proofs(stores), broken, sets, outcomes);
        var identity = new IdentityStep(connections, bindings, pendings, sets, outcomes, lacks, proving, clock);
        var doubts = new DoubtStep(
                sets,
                attempts,
                connections,
                connectors,
                prepared,
                outcomes,
                new Verdicts(outcomes, Duration.ofMinutes(1)),
                settlement,
                clock);
        var findings = new Findings(
                pendings,
                bindings,
                new Records(stores),
                errors,
                entries,
                broken,
                history,
                decoder,
                oneByOne,
                new UnansweredLookUps(pendings, history, clock),
                clock);
        var lookUps = new LookUpStep(candidates, pendings, prepared, outcomes, findings);
        var preflight = new Preflight(
                lacks,
                connections,
                entries,
                new Waiting(pendings, errors, lacks, history, decoder, clock),
                outcomes,
                clock);
        var drafts = new Drafts(pendings, errors, connectors, decoder, clock);
        var writes = new WriteStep(
                candidates,
                pendings,
                attempts,
                sets,
                connections,
                prepared,
                preflight,
                new Suspects(entries, pendings),
                drafts,
                outcomes,
                settlement,
                new LateAnswers(ledger, new LateStandings(stores), settlement, duplicates),
                ids,
                clock);
        var firstLinks = new FirstLinks(stores, clock);
        var reads = new ReadStep(
                connections,
                progress,
                entries,
                broken,
                new Voided(new VoidedTransactions(stores), bindings, pendings, errors, history, decoder, clock),
                lacks,
                outcomes,
                firstLinks,
                clock,
                Duration.ofMinutes(1),
                Duration.ofMinutes(15));
        List<Step> steps = List.of(identity, doubts, new FirstLinkStep(firstLinks), lookUps, writes, reads);
        return new DatabaseCycles(
                steps,
                identity,
                new Receiving(steps, sets, attempts, connectors, connections, outcomes, clock),
                new RunProgress(connections, sets, pendings, reads),
                outcomes,
                settlement,
                trouble,
                broken,
                new Leases(stores),
                sets,
                attempts,
                connections,
                connectors,
                ids,
                clock,
                transactions);
    }
}
