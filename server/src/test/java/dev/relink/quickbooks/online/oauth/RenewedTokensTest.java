package dev.relink.quickbooks.online.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.relink.PracticeIntuit;
import dev.relink.company.CompanyId;
import dev.relink.connection.Connections;
import dev.relink.platform.OnlineApp;
import dev.relink.platform.OnlineSettings;
import dev.relink.platform.SealBroken;
import dev.relink.platform.Secrets;
import dev.relink.platform.TestDatabase;
import dev.relink.quickbooks.online.oauth.AccessTokens.Access;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Against the token service of practice QuickBooks Online, whose refresh tokens are good once and dead at once. */
class RenewedTokensTest {

    private static final CompanyId OAK = new CompanyId("oak");
    private static final byte[] KEY = new byte[Secrets.KEY_BYTES];

    private static TestDatabase database;
    private static PracticeIntuit intuit;
    private static Intuit http;

    private final Sealing sealing = new Sealing(new Secrets(KEY));
    private String realm = "";
    private AccessTokens tokens = node();

    @BeforeAll
    static void begin() {
        database = TestDatabase.fresh();
        intuit = PracticeIntuit.start();
        http = new Intuit();
        database.jdbc()
                .sql(
                        "insert into company (company_id, name, quickbooks, created_at) values ('oak', 'Oak', 'online', now()),"
                                + " ('elm', 'Elm', 'online', now())")
                .update();
        database.jdbc()
                .sql("insert into connection (company_id) values ('oak'), ('elm')")
                .update();
    }

    @AfterAll
    static void end() {
        http.close();
        intuit.close();
        database.close();
    }

    @BeforeEach
    void connected() {
        intuit.control("POST", "/terms", Map.of("rotatesAfter", 0, "grace", 0, "accessToken", 3600));
        realm = intuit.realm("Oak Gardens");
        store(OAK, intuit.connect(realm));
        tokens = node();
    }

    /** Another node: it shares the database and nothing else. */
    private AccessTokens node() {
        return node(new Links(database.jdbc()));
    }

    private AccessTokens node(Links links) {
        var settings = new OnlineSettings(
                new OnlineApp(
                        "production",
                        PracticeIntuit.CLIENT,
                        PracticeIntuit.SECRET,
                        intuit.at("/online/.well-known/openid_configuration"),
                        intuit.at("/online/v3/company/")),
                null);
        return new RenewedTokens(
                links,
                new Sealing(new Secrets(KEY)),
                new TokenService(http, new Discovery(http, Clock.systemUTC())),
                new Connections(database.jdbc()),
                database.transactions(),
                settings);
    }

    private void store(CompanyId company, JsonNode given) {
        database.jdbc()
                .sql("delete from online_link where company_id = :company")
                .param("company", company.value())
                .update();
        database.jdbc()
                .sql("""
                        insert into online_link (company_id, environment, realm, state, tokens, access_until, refresh_until,
                               refreshed_at, connected_by, connected_at)
                        values (:company, 'production', :realm, 'connected', :tokens, now() + interval '1 hour',
                               now() + interval '100 days', now(), 'Priya Nair', now())
                        """)
                .param("company", company.value())
                .param("realm", realm)
                .param("tokens", sealing.seal(company, pair(given)))
                .update();
        database.jdbc()
                .sql("update connection set state = 'working', stopped_because = null where company_id = 'oak'")
                .update();
    }

    private void anotherNodeStores(JsonNode given) {
        database.jdbc()
                .sql(
                        "update online_link set tokens = :tokens, token_version = token_version + 1 where company_id = 'oak'")
                .param("tokens", sealing.seal(OAK, pair(given)))
                .update();
    }

    private static Pair pair(JsonNode given) {
        return new Pair(
                given.at("/accessToken").asString(), given.at("/refreshToken").asString());
    }

    private static <T> T stored(String column, Class<T> type) {
        return database.jdbc()
                .sql("select " + column + " from online_link where company_id = 'oak'")
                .query(type)
                .single();
    }

    private static long version() {
        return stored("token_version", Long.class);
    }

    private static void accessEnds() {
        database.jdbc()
                .sql("update online_link set access_until = now() + interval '50 seconds' where company_id = 'oak'")
                .update();
    }

    private Pair pair() {
        return sealing.open(OAK, stored("tokens", byte[].class));
    }

    @Test
    void what_lives_for_a_minute_is_given_out_as_it_is_stored() {
        Access access = tokens.of(OAK);
        assertThat(access.token()).isEqualTo(pair().access());
        assertThat(access.realm()).isEqualTo(realm);
        assertThat(access.environment()).isEqualTo("production");
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void what_ends_within_a_minute_is_renewed_stored_and_opens_the_realm() {
        String refreshBefore = pair().refresh();
        accessEnds();
        Access access = tokens.of(OAK);
        assertThat(pair().access()).isEqualTo(access.token());
        assertThat(pair().refresh()).isNotEqualTo(refreshBefore);
        assertThat(intuit.opens(realm, access.token())).isEqualTo(200);
        assertThat(node().of(OAK)).isEqualTo(access);
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void a_refresh_token_that_stays_the_same_goes_on() {
        intuit.terms("rotatesAfter", 86_400);
        String refreshBefore = pair().refresh();
        accessEnds();
        tokens.of(OAK);
        assertThat(pair().refresh()).isEqualTo(refreshBefore);
    }

    @Test
    void the_day_on_which_intuit_ends_it_for_good_is_kept() {
        accessEnds();
        tokens.of(OAK);
        assertThat(stored("hard_until", Instant.class)).isAfter(Instant.now().plusSeconds(150_000_000));
        assertThat(stored("refresh_until", Instant.class)).isAfter(Instant.now().plusSeconds(8_600_000));
    }

    @Test
    void after_an_hour_on_intuits_clock_the_rejected_token_is_exchanged_for_another() {
        Access old = tokens.of(OAK);
        intuit.forward(3_700);
        assertThat(intuit.opens(realm, old.token())).isEqualTo(401);
        Access other = tokens.renewed(OAK, old);
        assertThat(other.token()).isNotEqualTo(old.token());
        assertThat(intuit.opens(realm, other.token())).isEqualTo(200);
        assertThat(tokens.renewed(OAK, old)).as("renewed already").isEqualTo(other);
        assertThat(version()).isEqualTo(2);
    }

    /** If two refreshed, the second one would be refused: each refresh token is good once. */
    @Test
    void eight_threads_on_two_nodes_refresh_once() throws Exception {
        List<AccessTokens> nodes = List.of(tokens, node());
        for (int round = 0; round < 5; round++) {
            Access rejected = tokens.of(OAK);
            long before = version();
            var given = new HashSet<>(
                    together(8, thread -> () -> nodes.get(thread % 2).renewed(OAK, rejected)));
            assertThat(given).hasSize(1).doesNotContain(rejected);
            assertThat(version()).isEqualTo(before + 1);
        }
        assertThat(stored("state", String.class)).isEqualTo("connected");
    }

    private interface Turn {
        Callable<Access> of(int thread);
    }

    private static List<Access> together(int threads, Turn turn) throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Access>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                Callable<Access> mine = turn.of(thread);
                running.add(executor.submit(() -> {
                    start.await();
                    return mine.call();
                }));
            }
            start.countDown();
            List<Access> given = new ArrayList<>();
            for (Future<Access> one : running) {
                given.add(one.get());
            }
            return given;
        }
    }

    /** The server dies between storing and using: nothing is lost, another node goes on with what was stored. */
    @Test
    void a_pair_that_was_stored_and_never_used_is_what_another_node_goes_on_with() {
        Access rejected = tokens.of(OAK);
        tokens.renewed(OAK, rejected); // and its node is gone
        Access other = node().of(OAK);
        assertThat(intuit.opens(realm, other.token())).isEqualTo(200);
        assertThat(intuit.opens(realm, node().renewed(OAK, other).token())).isEqualTo(200);
    }

    @Test
    void a_pair_that_cannot_be_stored_is_given_to_nobody_and_what_was_stored_stays() {
        intuit.terms("grace", 86_400);
        Pair before = pair();
        Access rejected = tokens.of(OAK);
        database.jdbc().sql("""
                create function refuses() returns trigger language plpgsql as
                $$ begin if new.token_version > old.token_version then raise exception 'disk full'; end if; return new; end $$
                """).update();
        database.jdbc()
                .sql("create trigger refuses before update on online_link for each row execute function refuses()")
                .update();
        try {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> tokens.renewed(OAK, rejected))
                    .withStackTraceContaining("disk full");
        } finally {
            database.jdbc().sql("drop function refuses cascade").update();
        }
        assertThat(pair()).isEqualTo(before);
        assertThat(intuit.opens(realm, tokens.renewed(OAK, rejected).token())).isEqualTo(200);
    }

    @Test
    void a_lost_answer_changes_nothing_and_is_asked_for_again() {
        intuit.terms("grace", 86_400);
        Access rejected = tokens.of(OAK);
        Pair before = pair();
        intuit.trouble(realm, "loseNextRefresh");
        assertThatExceptionOfType(TokensUnavailable.class).isThrownBy(() -> tokens.renewed(OAK, rejected));
        assertThat(pair()).isEqualTo(before);
        assertThat(stored("state", String.class)).isEqualTo("connected");
        assertThat(intuit.opens(realm, tokens.renewed(OAK, rejected).token())).isEqualTo(200);
    }

    @Test
    void a_connection_that_the_bookkeeper_ended_needs_a_person_and_stops_the_writes_with_one_sentence() {
        Access rejected = tokens.of(OAK);
        Pair before = pair();
        intuit.disconnect(realm);
        assertThatExceptionOfType(NeedsReconnecting.class)
                .isThrownBy(() -> tokens.renewed(OAK, rejected))
                .withMessageContaining("invalid_grant")
                .withMessageContaining("/companies/oak/connection");
        assertThat(stored("state", String.class)).isEqualTo("needs-reconnecting");
        assertThat(pair()).as("never overwritten by an error").isEqualTo(before);
        var connection = new Connections(database.jdbc()).of(OAK);
        assertThat(connection.isStopped()).isTrue();
        assertThat(connection.stoppedBecause()).isEqualTo("needs-reconnecting");
        assertThatExceptionOfType(NeedsReconnecting.class).isThrownBy(() -> tokens.of(OAK));
    }

    /** Somebody else was faster, and what they got is stored by now. */
    @Test
    void a_refusal_is_not_believed_when_another_pair_is_stored_by_now() {
        Pair dead = pair();
        JsonNode others = intuit.connect(realm);
        var racing = new Links(database.jdbc()) {
            private int reads;

            @Override
            public java.util.Optional<Link> find(CompanyId company) {
                var link = super.find(company);
                if (++reads == 2) { // what is refreshed is read; then another node stores what it got
                    anotherNodeStores(others);
                }
                return link;
            }
        };
        accessEnds();
        Access access = node(racing).of(OAK);
        assertThat(intuit.opens(realm, access.token())).isEqualTo(200);
        assertThat(pair()).isNotEqualTo(dead);
        assertThat(stored("state", String.class)).isEqualTo("connected");
    }

    @Test
    void a_reason_that_outlasts_the_link_is_not_forgotten_over_it() {
        new Connections(database.jdbc()).stop(OAK, "online:10200", "All data was reset.");
        Access rejected = tokens.of(OAK);
        intuit.disconnect(realm);
        assertThatExceptionOfType(NeedsReconnecting.class).isThrownBy(() -> tokens.renewed(OAK, rejected));
        assertThat(new Connections(database.jdbc()).of(OAK).stoppedBecause()).isEqualTo("online:10200");
    }

    @Test
    void tokens_that_were_moved_to_another_company_do_not_open() {
        CompanyId elm = new CompanyId("elm");
        store(elm, intuit.connect(realm));
        database.jdbc()
                .sql("update online_link set tokens = (select tokens from online_link where company_id = 'oak')"
                        + " where company_id = 'elm'")
                .update();
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> tokens.of(elm));
    }

    @Test
    void who_was_never_connected_is_told_so() {
        database.jdbc().sql("delete from online_link where company_id = 'oak'").update();
        assertThatExceptionOfType(NeedsReconnecting.class)
                .isThrownBy(() -> tokens.of(OAK))
                .withMessageContaining("/companies/oak/connection");
    }

    @Test
    void nothing_that_is_printed_or_stored_shows_a_token() {
        Access access = tokens.of(OAK);
        Pair pair = pair();
        assertThat(access + " " + pair + " " + new Links(database.jdbc()).find(OAK))
                .doesNotContain(pair.access())
                .doesNotContain(pair.refresh());
        assertThat(new String(stored("tokens", byte[].class), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(pair.access())
                .doesNotContain(pair.refresh());
    }
}
