package dev.relink.notice;

import static dev.relink.notice.Newsroom.ACME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From what happens to a company to the mail and the webhook: real PostgreSQL, real SMTP, real HTTP. */
class NoticesTest {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Interest ALL = new Interest(true, true, true, QUARTER);
    private static final String GONE = "Object \"80000A3F-1715099460\" specified in the request cannot be found.";

    private final Newsroom room = new Newsroom();
    private final Newsroom.Node node = room.node;

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    private long subscribe(String email) {
        long person = room.person(email, "viewer");
        node.subscriptions.save(ACME, person, ALL);
        room.run();
        return person;
    }

    private Webhook.Made listen() {
        var made = node.webhooks.add(ACME, room.receiver.url("/hook"), ALL, "Priya");
        room.run();
        return made;
    }

    @Test
    void a_hundred_errors_of_two_causes_are_one_mail_with_counts_and_links() throws MessagingException, IOException {
        subscribe("priya@example.com");
        room.errors("desktop:3120", "", GONE, 98);
        room.errors("desktop:3100", "", "The name is already in use.", 2);
        room.later(MINUTE);
        assertThat(room.mail.count()).isOne();
        var mail = room.mail.last();
        assertThat(mail.getSubject()).isEqualTo("Acme <b>Trees</b>: 2 new causes hold 100 records");
        assertThat(mail.getAllRecipients()[0]).hasToString("priya@example.com");
        assertThat(part(mail.getContent(), 0))
                .contains(
                        "98 records: ",
                        "(desktop:3120)",
                        "Hollis, Margaret ",
                        "; ...",
                        "https://relink.example/companies/acme/errors?cause=desktop%3A3120%20",
                        "Stop these mails: https://relink.example/unsubscribe/acme/");
        assertThat(part(mail.getContent(), 1))
                .contains(
                        "Acme &lt;b&gt;Trees&lt;/b&gt;",
                        "<a href=\"https://relink.example/companies/acme/errors?cause=")
                .doesNotContain("<b>", "<script", " style=");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    private static String part(Object content, int n) throws MessagingException, IOException {
        return String.valueOf(((Multipart) content).getBodyPart(n).getContent());
    }

    @Test
    void more_of_a_known_cause_is_no_news_and_new_causes_wait_until_the_time_is_over() throws MessagingException {
        subscribe("priya@example.com");
        room.errors("desktop:3120", "", GONE, 1);
        room.later(MINUTE);
        room.errors("desktop:3120", "", GONE, 50);
        room.later(MINUTE);
        assertThat(room.mail.count()).isOne();
        room.errors("desktop:3100", "", "The name is already in use.", 1);
        room.errors("desktop:3140", "", "There is an invalid reference.", 1);
        room.later(MINUTE);
        assertThat(room.mail.count()).isOne();
        room.later(QUARTER);
        assertThat(room.mail.count()).isEqualTo(2);
        assertThat(room.mail.last().getSubject()).contains("2 new causes hold 2 records");
        room.later(QUARTER);
        assertThat(room.mail.count()).isEqualTo(2);
    }

    @Test
    void what_stood_before_somebody_asked_to_be_told_is_no_news() {
        room.errors("desktop:3120", "", GONE, 3);
        subscribe("priya@example.com");
        room.later(QUARTER);
        assertThat(room.mail.count()).isZero();
        room.errors("desktop:3100", "", "The name is already in use.", 1);
        room.later(MINUTE);
        assertThat(room.mail.count()).isOne();
    }

    @Test
    void a_cause_that_is_gone_is_told_and_one_that_came_and_went_meanwhile_is_not() throws MessagingException {
        subscribe("priya@example.com");
        room.errors("desktop:3120", "", GONE, 1);
        room.later(MINUTE);
        room.solve("desktop:3120");
        room.errors("desktop:3100", "", "The name is already in use.", 1);
        room.later(MINUTE);
        room.solve("desktop:3100");
        room.later(MINUTE);
        room.later(QUARTER);
        assertThat(room.mail.count()).isEqualTo(2);
        assertThat(room.mail.last().getSubject()).isEqualTo("Acme <b>Trees</b>: 1 cause is solved");
    }

    @Test
    void an_error_that_is_tried_again_by_itself_is_no_cause_yet() {
        subscribe("priya@example.com");
        room.errors("desktop:3120", "", GONE, 1);
        room.jdbc.sql("update sync_error set state = 'retrying'").update();
        room.later(MINUTE);
        assertThat(room.mail.count()).isZero();
    }

    @Test
    void the_web_connectors_silence_is_told_once_and_so_is_its_return() throws MessagingException {
        subscribe("priya@example.com");
        node.watches.silentAfter(ACME, Duration.ofHours(2));
        room.silence(Duration.ofMinutes(119));
        assertThat(room.mail.count()).isZero();
        room.silence(Duration.ofMinutes(2));
        room.silence(Duration.ofHours(30));
        assertThat(room.mail.count()).isOne();
        assertThat(room.mail.last().getSubject()).endsWith("the Web Connector is silent");
        room.later(MINUTE);
        assertThat(room.mail.count()).isEqualTo(2);
        assertThat(room.mail.last().getSubject()).endsWith("the Web Connector calls again");
    }

    @Test
    void a_stopped_connection_is_told_with_its_reason() throws MessagingException, IOException {
        subscribe("priya@example.com");
        room.jdbc
                .sql("update connection set state = 'stopped', stopped_detail = 'Another company file is open.'")
                .update();
        room.later(MINUTE);
        assertThat(room.mail.last().getSubject()).endsWith("the connection is stopped");
        assertThat(part(room.mail.last().getContent(), 0)).contains("Another company file is open.");
    }

    @Test
    void each_reader_hears_what_they_want_as_often_as_they_want() {
        node.subscriptions.save(
                ACME, room.person("daily@example.com", "admin"), new Interest(true, false, false, Duration.ofDays(1)));
        node.subscriptions.save(
                ACME, room.person("calm@example.com", "admin"), new Interest(false, true, false, QUARTER));
        room.errors("desktop:3120", "", GONE, 1);
        room.later(MINUTE);
        assertThat(sentTo()).containsOnlyKeys("daily@example.com");
        room.errors("desktop:3100", "", "The name is already in use.", 1);
        room.later(Duration.ofHours(23));
        assertThat(sentTo()).containsEntry("daily@example.com", 1L);
        room.later(Duration.ofHours(1));
        assertThat(sentTo()).containsEntry("daily@example.com", 2L).doesNotContainKey("calm@example.com");
    }

    private Map<String, Long> sentTo() {
        Map<String, Long> sent = new HashMap<>();
        node.deliveries.last(ACME, 50).stream()
                .filter(delivery -> delivery.state() == Delivery.State.SENT)
                .forEach(delivery -> sent.merge(delivery.to(), 1L, Long::sum));
        return sent;
    }

    @Test
    void who_may_not_see_the_company_any_more_is_told_nothing() {
        long person = subscribe("gone@example.com");
        room.errors("desktop:3120", "", GONE, 1);
        room.jdbc
                .sql("update person set everywhere = null where id = :id")
                .param("id", person)
                .update();
        room.later(MINUTE);
        assertThat(room.mail.count()).isZero();
    }

    @Test
    void an_address_that_is_refused_for_good_is_given_up_and_one_that_is_busy_is_tried_again() {
        subscribe("priya@example.com");
        room.mail.answerToRecipient("450 4.2.0 greylisted");
        room.errors("desktop:3120", "", GONE, 1);
        room.later(MINUTE);
        Delivery waiting = node.deliveries.last(ACME, 1).getFirst();
        assertThat(waiting.state()).isEqualTo(Delivery.State.WAITING);
        assertThat(waiting.error()).contains("greylisted");
        assertThat(waiting.nextTry()).isEqualTo(room.now().plusSeconds(5));
        room.mail.answerToRecipient("550 5.1.1 no such user");
        room.later(Duration.ofSeconds(5));
        Delivery failed = node.deliveries.last(ACME, 1).getFirst();
        assertThat(failed.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(failed.error()).contains("no such user");
        room.mail.answerToRecipient("250 ok");
        node.deliveries.again(ACME, failed.id());
        room.run();
        assertThat(node.deliveries.last(ACME, 1).getFirst().state()).isEqualTo(Delivery.State.SENT);
        assertThat(room.mail.count()).isOne();
    }

    @Test
    void a_mail_server_without_tls_gets_nothing_where_tls_is_set() {
        var letter = new dev.relink.platform.mail.Letter("x", "a@example.com", "s", "t", null, null);
        assertThatExceptionOfType(dev.relink.platform.mail.Letters.NotSent.class)
                .isThrownBy(() -> room.mail.lettersOverTls(room::now).send(letter))
                .withMessageContaining("STARTTLS");
        assertThat(room.mail.count()).isZero();
    }

    @Test
    void a_webhook_is_signed_dated_and_says_the_same_as_the_mail() {
        Webhook.Made made = listen();
        room.errors("desktop:3120", "", GONE, 4);
        room.later(MINUTE);
        Receiver.Got got = room.receiver.got().getFirst();
        assertThat(got.isSignedWith(made.secret())).isTrue();
        assertThat(got.isSignedWith("whsec_" + "A".repeat(32))).isFalse();
        assertThat(got.timestamp()).isEqualTo(room.now().getEpochSecond());
        assertThat(got.id()).startsWith("msg_");
        assertThat(got.json().at("/type").asString()).isEqualTo("relink.notice");
        assertThat(got.json().at("/data/notices/0/kind").asString()).isEqualTo("cause");
        assertThat(got.json().at("/data/notices/0/code").asString()).isEqualTo("desktop:3120");
        assertThat(got.json().at("/data/notices/0/records").asInt()).isEqualTo(4);
        assertThat(got.json().at("/data/company/id").asString()).isEqualTo("acme");
        assertThat(room.jdbc
                        .sql("select secret from webhook")
                        .query(byte[].class)
                        .single())
                .asString(UTF_8)
                .doesNotContain(made.secret().substring(6));
    }

    @Test
    void a_new_secret_is_used_beside_the_old_one_for_a_day() {
        Webhook.Made made = listen();
        String fresh = node.webhooks.rotate(ACME, made.webhook().id()).orElseThrow();
        node.webhooks.test(ACME, made.webhook().id());
        room.run();
        assertThat(room.receiver.got().getLast().isSignedWith(made.secret())).isTrue();
        assertThat(room.receiver.got().getLast().isSignedWith(fresh)).isTrue();
        room.later(Duration.ofHours(25));
        node.webhooks.test(ACME, made.webhook().id());
        room.run();
        assertThat(room.receiver.got().getLast().isSignedWith(made.secret())).isFalse();
        assertThat(room.receiver.got().getLast().isSignedWith(fresh)).isTrue();
    }

    @Test
    void what_is_not_taken_is_tried_again_under_the_same_id_and_later_each_time() {
        listen();
        room.receiver.answer(500);
        room.errors("desktop:3120", "", GONE, 1);
        room.later(MINUTE);
        room.later(Duration.ofSeconds(5));
        room.later(Duration.ofMinutes(4));
        assertThat(room.receiver.got()).hasSize(2);
        assertThat(node.deliveries.last(ACME, 1).getFirst().error()).isEqualTo("It answered 500.");
        room.receiver.answer(200);
        room.later(MINUTE);
        assertThat(room.receiver.got())
                .hasSize(3)
                .extracting(Receiver.Got::id)
                .hasSameElementsAs(List.of(room.receiver.got().getFirst().id()));
        assertThat(node.deliveries.last(ACME, 1).getFirst().state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void a_receiver_that_asks_for_time_gets_it_and_one_that_is_gone_is_left_alone() {
        Webhook.Made made = listen();
        room.receiver.answer(503, "Retry-After: 3600");
        node.webhooks.test(ACME, made.webhook().id());
        room.run();
        assertThat(node.deliveries.last(ACME, 1).getFirst().nextTry())
                .isEqualTo(room.now().plusSeconds(3600));
        room.receiver.answer(410);
        room.later(Duration.ofHours(1));
        assertThat(node.webhooks.of(ACME).getFirst().offBecause()).contains("410");
        assertThat(node.deliveries.last(ACME, 1).getFirst().state()).isEqualTo(Delivery.State.FAILED);
    }

    @Test
    void after_five_days_without_success_a_webhook_is_switched_off_and_people_are_told() throws MessagingException {
        subscribe("priya@example.com");
        Webhook.Made made = listen();
        room.receiver.answer(500);
        for (int day = 0; day <= 5; day++) {
            node.webhooks.test(ACME, made.webhook().id());
            room.later(Duration.ofHours(25));
        }
        Webhook off = node.webhooks.of(ACME).getFirst();
        assertThat(off.offBecause()).contains("5 days");
        room.later(QUARTER);
        assertThat(room.mail.last().getSubject()).endsWith("a webhook is switched off");
        node.webhooks.change(ACME, off.id(), off.url(), off.interest());
        room.receiver.answer(200);
        node.webhooks.test(ACME, off.id());
        room.run();
        assertThat(node.webhooks.of(ACME).getFirst().failingSince()).isNull();
    }

    @Test
    void a_redirect_is_not_followed() {
        Webhook.Made made = listen();
        room.receiver.answer(307, "Location: " + room.receiver.url("/elsewhere"));
        node.webhooks.test(ACME, made.webhook().id());
        room.run();
        assertThat(room.receiver.got()).hasSize(1);
        assertThat(node.deliveries.last(ACME, 1).getFirst().error()).contains("307", "redirect");
    }

    @Test
    void an_answer_that_never_ends_holds_nobody() throws IOException {
        Webhook.Made made = listen();
        var hasty = room.new Node(true, Duration.ofMillis(300));
        room.receiver.answer(200);
        room.receiver.drip();
        hasty.webhooks.test(ACME, made.webhook().id());
        hasty.dispatch.turn();
        assertThat(node.deliveries.last(ACME, 1).getFirst().state()).isEqualTo(Delivery.State.SENT);
        hasty.calls.close();
    }

    @Test
    void nothing_is_posted_into_this_network_whatever_its_name_is() throws IOException {
        var strict = room.new Node(false);
        for (String url : List.of(
                "http://example.com/",
                "https://127.1/",
                "https://[::1]/",
                "https://169.254.169.254/",
                "https://localhost/",
                "https://user@example.com/",
                "ftp://example.com/",
                "https://10.0.0.1/x#y",
                "nonsense")) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .as(url)
                    .isThrownBy(() -> strict.webhooks.add(ACME, url, ALL, "Priya"));
        }
        // a name that led elsewhere when it was entered
        Webhook.Made made = listen();
        strict.webhooks.test(ACME, made.webhook().id());
        strict.dispatch.turn();
        assertThat(room.receiver.got()).isEmpty();
        assertThat(node.deliveries.last(ACME, 1).getFirst().error()).contains("RELINK_WEBHOOK_PRIVATE_ADDRESSES");
        strict.calls.close();
    }

    @Test
    void of_many_nodes_one_sends_each_message() throws Exception {
        Webhook.Made made = listen();
        IntStream.range(0, 200)
                .forEach(i -> node.webhooks.test(ACME, made.webhook().id()));
        room.errors("desktop:3120", "", GONE, 1);
        var nodes = IntStream.range(0, 4).mapToObj(i -> room.new Node(true)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            nodes.forEach(one -> threads.execute(() -> {
                while (one.dispatch.turn() > 0) {}
            }));
        }
        room.later(MINUTE);
        assertThat(room.receiver.got())
                .hasSize(201)
                .extracting(Receiver.Got::id)
                .doesNotHaveDuplicates();
        for (var one : nodes) {
            one.calls.close();
            one.dispatch.close();
        }
    }

    @Test
    void a_message_whose_node_died_is_sent_by_another_when_its_lease_is_over() {
        Webhook.Made made = listen();
        node.webhooks.test(ACME, made.webhook().id());
        Delivery delivery = node.deliveries.last(ACME, 1).getFirst();
        assertThat(node.deliveries.claim(
                        ACME, delivery.id(), delivery.nextTry(), room.now().plusSeconds(120)))
                .isPresent();
        room.later(MINUTE);
        assertThat(room.receiver.got()).isEmpty();
        room.later(MINUTE);
        assertThat(room.receiver.got()).hasSize(1);
    }

    @Test
    void when_nobody_wants_to_be_told_the_company_is_not_even_looked_at() {
        long person = subscribe("priya@example.com");
        node.subscriptions.remove(ACME, person);
        room.later(MINUTE);
        room.later(Duration.ofDays(1));
        assertThat(room.jdbc
                        .sql("select due_at = 'infinity' from notice_watch")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(node.dispatch.turn()).isZero();
    }

    @Test
    void the_link_that_ends_the_mails_cannot_be_made_up() {
        long person = subscribe("priya@example.com");
        String path = node.subscriptions.unsubscribePath(ACME, person);
        String key = path.substring(path.lastIndexOf('/') + 1);
        assertThat(node.subscriptions.mayUnsubscribe("acme", person, key)).isTrue();
        assertThat(node.subscriptions.mayUnsubscribe("acme", person + 1, key)).isFalse();
        assertThat(node.subscriptions.mayUnsubscribe("cedar", person, key)).isFalse();
    }
}
