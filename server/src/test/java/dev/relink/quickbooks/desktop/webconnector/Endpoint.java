package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.company.Companies;
import dev.relink.company.CompanyId;
import dev.relink.company.NewCompany;
import dev.relink.company.QuickBooks;
import dev.relink.company.WebConnectorAccount;
import dev.relink.connection.Health;
import dev.relink.connector.Row;
import dev.relink.cycle.Cycles;
import dev.relink.platform.HandClock;
import dev.relink.platform.Ids;
import dev.relink.platform.Secrets;
import dev.relink.platform.database.KeptPlans;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The endpoint alone on a port of its own, wired by hand as the server wires it. */
final class Endpoint implements AutoCloseable {

    static final Duration TAKEOVER_AFTER = Duration.ofMinutes(2);

    final HandClock clock = new HandClock(Instant.parse("2026-11-21T10:00:00Z"));
    final CountedStatements database;
    final JdbcClient jdbc;
    final Health health;
    final Companies companies;
    private final Tomcat tomcat = new Tomcat();

    Endpoint(DataSource dataSource, Cycles cycles) {
        database = new CountedStatements(dataSource);
        jdbc = JdbcClient.create(database);
        var transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        var secrets = new Secrets(new byte[Secrets.KEY_BYTES]);
        Ids ids = new RandomIds();
        health = new Health(jdbc, clock);
        companies = new Companies(jdbc, transactions, secrets, ids, clock);
        var sessions = new WebConnectorSessions(jdbc, KeptPlans.of(database), transactions, TAKEOVER_AFTER);
        var tickets = new Tickets(secrets, ids);
        var door = new Door(sessions, tickets, new Throttle(clock), secrets, health, cycles);
        var visits = new Visits(
                sessions,
                tickets,
                cycles,
                Endpoint::books,
                (code, message) -> "QuickBooks was not reached (%s): %s".formatted(code, message));
        var settings = WebConnectorSettings.at(URI.create("https://books.example.com"));
        start(new WebConnectorServlet(new WebConnector(door, visits), settings));
    }

    private static Optional<Row.Books> books(String hcp) {
        return hcp.startsWith("<?xml")
                ? Optional.of(new Row.Books(Map.of(), List.of("13.0"), hcp, Map.of(), Map.of()))
                : Optional.empty();
    }

    private void start(WebConnectorServlet servlet) {
        tomcat.setBaseDir("target/tomcat");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("connectionTimeout", "1500");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        var context = tomcat.addContext("", null);
        ((StandardContext) context).setClearReferencesRmiTargets(false);
        ((StandardContext) context).setClearReferencesThreadLocals(false);
        Tomcat.addServlet(context, "web-connector", servlet);
        context.addServletMappingDecoded("/qbwc", "web-connector");
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/qbwc");
    }

    SoapClient client() {
        return new SoapClient(uri());
    }

    /** A Desktop company with nothing to do. */
    WebConnectorAccount.SignIn company(String id, String companyFile) {
        var signIn = companies
                .create(new NewCompany(new CompanyId(id), id, QuickBooks.DESKTOP, companyFile))
                .webConnector();
        work(id, false);
        return Objects.requireNonNull(signIn);
    }

    void work(String company, boolean there) {
        jdbc.sql("update connection set next_read_at = cast(:at as timestamptz) where company_id = :company")
                .param("company", company)
                .param("at", there ? "-infinity" : "infinity")
                .update();
    }

    /** As if the last call of every visit was so long ago. */
    void quietFor(Duration time) {
        jdbc.sql("update web_connector_session set last_call_at = last_call_at - :seconds * interval '1 second'")
                .param("seconds", time.toSeconds())
                .update();
    }

    /** Every visit as the database has it, as text. */
    List<String> sessions() {
        return jdbc.sql("select row_to_json(s)::text from web_connector_session s order by company_id, epoch")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        health.close();
    }

    static final class RandomIds implements Ids {
        @Override
        public String token() {
            return UUID.randomUUID().toString().replace("-", "");
        }

        @Override
        public String messageSetId() {
            return token().substring(0, 20);
        }
    }
}
