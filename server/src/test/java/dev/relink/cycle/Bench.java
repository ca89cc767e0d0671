package dev.relink.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.company.CompanyId;
import dev.relink.connector.Connectors;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordJson;
import dev.relink.entity.RecordKey;
import dev.relink.entity.Value.Reference;
import dev.relink.intake.Intake;
import dev.relink.pending.PendingSyncs;
import dev.relink.platform.CountedIds;
import dev.relink.platform.HandClock;
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
import java.time.Duration;
import java.time.Instant;
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

    final HandClock clock = new HandClock(Instant.parse("2026-11-24T14:00:00Z"));
    CompanyFile books = CompanyFile.create("Acme Tree Care", clock);
    final Cycles cycles;
    final dev.relink.repair.Repairs repairs;
    private final DesktopConnector connector = new DesktopConnector();

    /** Sets sent in the last run, by kind and body. */
    final List<String> sent = new ArrayList<>();

    Bench() {
        var stores = JdbcClient.create(recorded.dataSource());
        cycles = CyclesForTests.of(stores, transactions(), clock, new CountedIds(), new Connectors(List.of(connector)));
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

    /** The app deletes a record, by the door that it has. */
    Bench deletes(String type, String id) {
        new Intake(jdbc, new DataSourceTransactionManager(database.dataSource()), clock)
                .delete(ACME, EntityTypes.require(type), id);
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
}
