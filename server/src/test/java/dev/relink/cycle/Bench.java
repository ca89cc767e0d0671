package dev.relink.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.attempt.Attempts;
import dev.relink.attempt.MessageSets;
import dev.relink.binding.Bindings;
import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.Decoder;
import dev.relink.company.CompanyId;
import dev.relink.connection.Connections;
import dev.relink.connector.Connectors;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Value.Reference;
import dev.relink.history.History;
import dev.relink.pending.Candidates;
import dev.relink.pending.PendingSyncs;
import dev.relink.platform.Ids;
import dev.relink.platform.RecordedStatements;
import dev.relink.platform.TestDatabase;
import dev.relink.quickbooks.desktop.qbxml.DesktopConnector;
import dev.relink.simulator.desktop.Application;
import dev.relink.simulator.desktop.Bookkeeper;
import dev.relink.simulator.desktop.CompanyFile;
import dev.relink.simulator.desktop.ListRow;
import dev.relink.simulator.desktop.RequestProcessor;
import dev.relink.simulator.desktop.RequestRefused;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A cycle turned by hand against practice QuickBooks and a real database: no network, no thread, a clock that we set. */
final class Bench implements AutoCloseable {

    static final CompanyId ACME = new CompanyId("acme");
    private static final String OWNER = "{6B1F29A0-2C2B-4F0E-9A37-0B2F3C4D5E6F}";
    private static final String FILE = "{0D8A7C52-7B8E-4A0C-8E59-1A2B3C4D5E6F}";

    final TestDatabase database = TestDatabase.fresh();
    final RecordedStatements recorded = new RecordedStatements(database.dataSource());
    /** The test's own eyes and hands; what the product does goes through {@link #recorded}. */
    final JdbcClient jdbc = database.jdbc();

    final HandClock clock = new HandClock();
    CompanyFile books = CompanyFile.create("Acme Tree Care", clock);
    final DatabaseCycles cycles;
    final dev.relink.repair.Repairs repairs;
    private final DesktopConnector connector = new DesktopConnector();

    /** Sets sent in the last run, by kind and body. */
    final List<String> sent = new ArrayList<>();

    Bench() {
        var stores = JdbcClient.create(recorded.dataSource());
        var candidates = new Candidates(stores);
        var pendings = new PendingSyncs(stores);
        var attempts = new Attempts(stores);
        var sets = new MessageSets(stores);
        var bindings = new Bindings(stores);
        var errors = new dev.relink.syncerror.SyncErrors(stores);
        var history = new History(stores);
        var connections = new Connections(stores);
        var decoder = new Decoder(Catalogue.load());
        var entries = new QuickBooksEntries(stores);
        var prepared = new Prepared(bindings, connections, entries);
        var connectors = new Connectors(List.of(connector));
        var outcomes = new Outcomes(decoder);
        var lacks = new Lacks(stores);
        var oneByOne = new OneByOne(transactions());
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
        var ids = new CountedIds();
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
        var firstLinks = new dev.relink.firstlink.FirstLinks(stores, clock);
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
        cycles = new DatabaseCycles(
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
                transactions());
        repairs = dev.relink.repair.RepairsForTests.of(stores, clock);
        company();
        session().register();
        books.bookkeeper().add("ItemService", "Tree care", Map.of("SalesOrPurchase/AccountRef/FullName", "Sales"));
    }

    private void company() {
        jdbc.sql("insert into company values ('acme', 'Acme Tree Care', 'desktop', '', now())")
                .update();
        jdbc.sql("insert into lease (company_id) values ('acme')").update();
        jdbc.sql("insert into connection (company_id) values ('acme')").update();
        jdbc.sql("insert into web_connector_account values ('acme', '', now(), :owner::uuid, :file::uuid)")
                .param("owner", OWNER)
                .param("file", FILE)
                .update();
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(recorded.dataSource()));
    }

    RequestProcessor session() {
        return books.session(new Application("Relink", OWNER, FILE));
    }

    Bookkeeper bookkeeper() {
        return books.bookkeeper();
    }

    /** The app sends a record. Intake has its own tests: this is the same in short. */
    Bench has(String type, String id, String json) {
        var entityType = EntityTypes.require(type);
        var values = RecordJson.read(entityType, json);
        jdbc.sql("""
                        insert into record (company_id, type, record_id, name, snapshot, content_hash, received_at)
                        values ('acme', :type, :id, :name, :json::jsonb, '', now())
                        on conflict (company_id, type, record_id) do update
                           set snapshot = excluded.snapshot, name = excluded.name, version = record.version + 1
                        """)
                .param("type", type)
                .param("id", id)
                .param("name", entityType.nameOf(values))
                .param("json", RecordJson.write(entityType, values))
                .update();
        for (var link : entityType.references(values)) {
            if (link.reference() instanceof Reference.ToRecord(String parent)) {
                jdbc.sql("insert into record_reference values ('acme', :type, :id, :pt, :pi) on conflict do nothing")
                        .param("type", type)
                        .param("id", id)
                        .param("pt", link.type())
                        .param("pi", parent)
                        .update();
            }
        }
        jdbc.sql("""
                        insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at)
                        values ('acme', :type, :id, 'save', 'waiting', :rank, now())
                        on conflict (company_id, type, record_id) do nothing
                        """)
                .param("type", type)
                .param("id", id)
                .param("rank", entityType.rank())
                .update();
        new PendingSyncs(jdbc).parents().waitOnParents(ACME, List.of(new RecordKey(type, id)));
        return this;
    }

    Bench removes(String type, String id) {
        jdbc.sql("update record set deleted = true, version = version + 1 where type = :type and record_id = :id")
                .param("type", type)
                .param("id", id)
                .update();
        jdbc.sql("""
                        insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at)
                        values ('acme', :type, :id, 'remove', 'waiting', 10, now())
                        """).param("type", type).param("id", id).update();
        return this;
    }

    /** One visit of the Web Connector, in which nothing goes wrong. */
    Bench run() {
        return run(qbxml -> qbxml);
    }

    /**
     * One visit.
     *
     * @param trouble what becomes of each answer on its way to us; null = it is lost and the visit ends there
     */
    Bench run(Function<String, @Nullable String> trouble) {
        sent.clear();
        clock.forward(Duration.ofSeconds(2));
        RequestProcessor quickBooks = session();
        Visit visit = cycles.begin(ACME);
        Row.Books hcp = tellsItsBooks ? DesktopConnector.readHcp(quickBooks.hostCompanyPreferences()) : null;
        Turn turn = cycles.next(visit, hcp);
        for (int calls = 0; turn instanceof Turn.Send(byte[] body); calls++) {
            assertThat(calls).as("calls in one visit").isLessThan(200);
            String request = new String(body, StandardCharsets.UTF_8);
            sent.add(request);
            clock.forward(Duration.ofSeconds(1));
            Progress progress;
            try {
                if (poison != null && request.contains(poison)) {
                    throw new RequestRefused(
                            "0x80040400",
                            "QuickBooks found an error when parsing the provided XML text stream.",
                            "poison");
                }
                String answer = trouble.apply(quickBooks.process(request));
                if (System.getenv("SHOW") != null) System.out.println(">>> " + request + "\n<<< " + answer);
                if (answer == null) {
                    return this;
                }
                progress = cycles.accept(visit, new StringReader(answer));
            } catch (RequestRefused refused) {
                progress = cycles.refused(
                        visit, StatusCode.hresult(refused.hresult()), String.valueOf(refused.getMessage()));
            }
            if (!(progress instanceof Progress.Percent(int percent)) || percent == 100) {
                break;
            }
            turn = cycles.next(visit, null);
        }
        cycles.end(visit);
        quickBooks.end();
        return this;
    }

    /** For a failing test: what happened. */
    String told() {
        return String.join(
                "\n",
                jdbc.sql(
                                "select outcome || ' ' || type || ' ' || record_id || ' ' || code || ' ' || message from history order by id")
                        .query(String.class)
                        .list());
    }

    /** The answer to a write is lost because the request never reached QuickBooks. */
    Bench runCutBeforeTheWrite() {
        clock.forward(Duration.ofSeconds(2));
        Visit visit = cycles.begin(ACME);
        Turn turn = cycles.next(visit, DesktopConnector.readHcp(session().hostCompanyPreferences()));
        assertThat(turn).isInstanceOf(Turn.Send.class);
        return this;
    }

    void openAnotherCompanyFile() {
        books = CompanyFile.create("Cedar Valley Arborists", clock);
        books.session(new Application("Relink", OWNER, "{11111111-2222-3333-4444-555555555555}"))
                .register();
    }

    /** Off: the driver does not say whose books are open, Relink must ask. */
    boolean tellsItsBooks = true;

    /** A piece of a request that QuickBooks cannot read; null = it reads all. */
    @Nullable
    String poison;

    /** A repair, by an administrator. */
    java.util.List<dev.relink.repair.Repairs.Verdict> repairs(dev.relink.repair.Repair repair, RecordKey... keys) {
        return transactions()
                .execute(status -> repairs.apply(
                        ACME,
                        repair,
                        List.of(keys),
                        new dev.relink.repair.Repairs.By("Priya Nair", true, true),
                        false));
    }

    String stateOf(String type, String id) {
        return jdbc.sql("""
                        select coalesce(p.state, case when b.record_id is not null then 'synced' else 'nothing' end)
                          from record r left join pending_sync p using (company_id, type, record_id)
                          left join binding b using (company_id, type, record_id)
                         where r.type = :type and r.record_id = :id
                        """)
                .param("type", type)
                .param("id", id)
                .query(String.class)
                .single();
    }

    String errorOf(String type, String id) {
        return jdbc.sql(
                        "select code || ' ' || state || ' ' || message from sync_error where type = :type and record_id = :id")
                .param("type", type)
                .param("id", id)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    String boundTo(String type, String id) {
        return jdbc.sql("select quickbooks_id from binding where type = :type and record_id = :id")
                .param("type", type)
                .param("id", id)
                .query(String.class)
                .single();
    }

    List<ListRow> customers() {
        return bookkeeper().list("Customer", "", 0, 2000).rows();
    }

    ListRow customer(String name) {
        return customers().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No customer " + name + " among " + customers()));
    }

    @Override
    public void close() {
        database.close();
    }

    /** One after the other. */
    private static final class CountedIds implements Ids {
        private int next;

        @Override
        public String token() {
            return "%032d".formatted(++next);
        }

        @Override
        public String messageSetId() {
            return "SET%017d".formatted(++next);
        }
    }

    /** Goes when it is told to. */
    static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-24T14:00:00Z");

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
