package dev.relink.notice;

import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.Decoder;
import dev.relink.company.CompanyId;
import dev.relink.platform.Ids;
import dev.relink.platform.Secrets;
import dev.relink.platform.TestDatabase;
import dev.relink.platform.mail.MailServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A company, its readers, a mail server and a program that listens; and as many nodes as a test wants. */
final class Newsroom implements AutoCloseable {

    static final CompanyId ACME = new CompanyId("acme");

    private static final Decoder DECODER = new Decoder(Catalogue.load());

    final TestDatabase database = TestDatabase.fresh();
    final JdbcClient jdbc = database.jdbc();
    final MailServer mail = MailServer.start();
    final Receiver receiver = new Receiver();
    final Node node;
    private Instant now = Instant.parse("2026-05-04T09:00:00Z");
    private final InstantSource clock = () -> now;
    private int records;

    Newsroom() {
        jdbc.sql(
                        "insert into company (company_id, name, quickbooks, created_at) values ('acme', 'Acme <b>Trees</b>', 'desktop', now())")
                .update();
        jdbc.sql("insert into connection (company_id, state, last_seen) values ('acme', 'working', :now::timestamptz)")
                .param("now", now.toString())
                .update();
        node = new Node(true);
    }

    /** All of the package on this database, as one server has it. */
    final class Node {

        final Subscriptions subscriptions;
        final Webhooks webhooks;
        final Deliveries deliveries = new Deliveries(jdbc, clock);
        final Watches watches;
        final Dispatch dispatch;
        final WebhookCall calls;

        /** @param anywhere whether webhooks may go to this machine */
        Node(boolean anywhere) {
            this(anywhere, Duration.ofSeconds(30));
        }

        Node(boolean anywhere, Duration longest) {
            Ids ids = new TestIds();
            var secrets = new Secrets(new byte[Secrets.KEY_BYTES]);
            var causes = new Causes(jdbc, DECODER);
            var events = new Events(jdbc);
            var letters = mail.letters(clock);
            var digests = new Digests(jdbc, causes, "https://relink.example");
            watches = new Watches(jdbc, causes, clock);
            subscriptions = new Subscriptions(jdbc, secrets, watches, events);
            webhooks = new Webhooks(jdbc, secrets, ids, watches, events, deliveries, anywhere, clock);
            calls = new WebhookCall(anywhere, longest, clock);
            var readers = new Readers(jdbc, events, digests, deliveries, letters, ids);
            TransactionTemplate transactions = database.transactions();
            var watch = new Watch(watches, causes, events, readers, deliveries, transactions, clock);
            var sending = new Sending(deliveries, webhooks, calls, subscriptions, letters, digests, clock);
            dispatch = new Dispatch(jdbc, watch, deliveries, sending, clock);
        }
    }

    private static final class TestIds implements Ids {
        @Override
        public String token() {
            byte[] bytes = new byte[24];
            ThreadLocalRandom.current().nextBytes(bytes);
            return Base64.getUrlEncoder().encodeToString(bytes);
        }

        @Override
        public String messageSetId() {
            throw new UnsupportedOperationException();
        }
    }

    Instant now() {
        return now;
    }

    /** Time passes, the Web Connector calling all the while, and all that is then due is done. */
    void later(Duration by) {
        now = now.plus(by);
        seen();
        run();
    }

    /** Time passes in silence. */
    void silence(Duration by) {
        now = now.plus(by);
        run();
    }

    /** Until nothing is due. */
    void run() {
        int turns = 0;
        while (node.dispatch.turn() > 0) {
            if (++turns > 20) {
                throw new AssertionError("There is always more to do");
            }
        }
    }

    void seen() {
        jdbc.sql("update connection set last_seen = :now::timestamptz")
                .param("now", now.toString())
                .update();
    }

    long person(String email, String role) {
        return jdbc.sql(
                        "insert into person (email, name, everywhere, added_at) values (:email, :email, :role, now()) returning id")
                .param("email", email)
                .param("role", role.isEmpty() ? null : role)
                .query(Long.class)
                .single();
    }

    /** Records held by one cause. */
    void errors(String code, String variant, String message, int count) {
        for (int i = 0; i < count; i++) {
            error(code, variant, message, "Hollis, Margaret " + ++records);
        }
    }

    void error(String code, String variant, String message, String name) {
        String id = "c" + ++records;
        jdbc.sql("""
                with r as (insert into record (company_id, type, record_id, name, snapshot, content_hash, received_at)
                           values ('acme', 'customer', :id, :name, '{}', '', now()))
                insert into pending_sync (company_id, type, record_id, operation, state, rank, queued_at)
                values ('acme', 'customer', :id, 'save', 'held', 1, now())
                """).param("id", id).param("name", name).update();
        jdbc.sql("""
                insert into sync_error (company_id, type, record_id, code, message, variant, family, repairs, state,
                                        first_seen, last_seen)
                values ('acme', 'customer', :id, :code, :message, :variant, 'missing-link', '{}', 'open', now(), now())
                """)
                .param("id", id)
                .param("code", code)
                .param("message", message)
                .param("variant", variant)
                .update();
    }

    void solve(String code) {
        jdbc.sql("delete from sync_error where code = :code")
                .param("code", code)
                .update();
    }

    @Override
    public void close() throws IOException {
        node.calls.close();
        node.dispatch.close();
        receiver.close();
        mail.close();
        database.close();
    }
}
