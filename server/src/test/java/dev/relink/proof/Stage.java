package dev.relink.proof;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.relink.company.CompanyId;
import dev.relink.connector.Connectors;
import dev.relink.cycle.Cycles;
import dev.relink.cycle.CyclesForTests;
import dev.relink.intake.Intake;
import dev.relink.platform.CountedIds;
import dev.relink.platform.HandClock;
import dev.relink.platform.TestDatabase;
import dev.relink.quickbooks.desktop.qbxml.DesktopConnector;
import dev.relink.repair.Repairs;
import dev.relink.repair.RepairsForTests;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database in which many worlds are played, each a company of its own, and the node that dies and is started again. */
final class Stage implements AutoCloseable {

    static final String OWNER = "{6B1F29A0-2C2B-4F0E-9A37-0B2F3C4D5E6F}";
    static final String FILE = "{0D8A7C52-7B8E-4A0C-8E59-1A2B3C4D5E6F}";

    private static final Instant MORNING = Instant.parse("2026-11-24T14:00:00Z");
    private static final List<String> LOUD = List.of("dev.relink", "org.springframework");

    private final TestDatabase database = TestDatabase.fresh();
    final Perils perils = new Perils(database.dataSource());
    final HandClock clock = new HandClock(MORNING);

    /** Our own eyes: they see through no peril and no bug. */
    final JdbcClient eyes = database.jdbc();

    final Cycles cycles;
    final Repairs repairs;
    final Intake intake;
    final TransactionTemplate transactions;
    final Trouble mostly;
    private final CountedIds ids = new CountedIds();

    Stage(PlantedBug bug) {
        mostly = bug.shownBy();
        log(Level.OFF);
        perils.rewriting = bug::statement;
        var stores = JdbcClient.create(perils.dataSource());
        var manager = new DataSourceTransactionManager(perils.dataSource());
        transactions = new TransactionTemplate(manager);
        cycles = CyclesForTests.of(
                stores,
                bug.transactions(manager),
                clock,
                bug.ids(ids),
                new Connectors(List.of(bug.connector(new DesktopConnector()))));
        repairs = RepairsForTests.of(stores, clock);
        intake = new Intake(stores, manager, clock);
    }

    /** Nodes die by the hundred here, which fills no log; whoever comes next is heard again. @param level null: as set above it */
    private static void log(@Nullable Level level) {
        LOUD.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(level));
    }

    /** A company that is new to Relink. */
    CompanyId company(String id) {
        ids.reset();
        clock.set(MORNING);
        for (String sql : List.of(
                "insert into company values (:id, 'Acme Tree Care', 'desktop', '', now())",
                "insert into lease (company_id) values (:id)",
                "insert into connection (company_id) values (:id)",
                "insert into web_connector_account values (:id, '', now(), :owner::uuid, :file::uuid)")) {
            eyes.sql(sql)
                    .param("id", id)
                    .param("owner", OWNER)
                    .param("file", FILE)
                    .update();
        }
        return new CompanyId(id);
    }

    @Override
    public void close() {
        log(null);
        database.close();
    }
}
