package dev.relink.proof;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.relink.company.CompanyId;
import dev.relink.connector.Connectors;
import dev.relink.cycle.Cycles;
import dev.relink.cycle.CyclesForTests;
import dev.relink.intake.Intake;
import dev.relink.platform.Ids;
import dev.relink.platform.TestDatabase;
import dev.relink.quickbooks.desktop.qbxml.DesktopConnector;
import dev.relink.repair.Repairs;
import dev.relink.repair.RepairsForTests;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database in which many worlds are played, each a company of its own, and the node that dies and is started again. */
final class Stage implements AutoCloseable {

    static final String OWNER = "{6B1F29A0-2C2B-4F0E-9A37-0B2F3C4D5E6F}";
    static final String FILE = "{0D8A7C52-7B8E-4A0C-8E59-1A2B3C4D5E6F}";

    private final TestDatabase database = TestDatabase.fresh();
    final Perils perils = new Perils(database.dataSource());
    final Watch clock = new Watch();

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
        quiet("dev.relink");
        quiet("org.springframework");
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

    /** Nodes die by the hundred here: that fills no log. */
    private static void quiet(String logger) {
        ((Logger) LoggerFactory.getLogger(logger)).setLevel(Level.OFF);
    }

    /** A company that is new to Relink. */
    CompanyId company(String id) {
        ids.next = 0;
        clock.reset();
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
}
