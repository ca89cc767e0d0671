package dev.relink.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** QuickBooks Online: what others delete, void, merge or make inactive is found before the next send meets it. */
class OnlineReadStoryTest {

    private static OnlineStory inStep() {
        return OnlineStory.begins()
                .sends(
                        Sent.customer("c1", "Hollis, Margaret"),
                        Sent.customer("c2", "Tran, Peter"),
                        Sent.item("i1", "Stump grinding"),
                        Sent.invoice("n1", "c1").line("l1", "i1", "2", "75.00"),
                        Sent.invoice("n2", "c2").line("l1", "i1", "1", "75.00"))
                .comesTo("synced", "invoice/n1", "invoice/n2");
    }

    private static OnlineStory readOnce() {
        OnlineStory story = inStep();
        return story.until("all was read once", story::hasReadAll);
    }

    private static OnlineStory delivered(OnlineStory story, String record) {
        return story.until(record + " has an error", () -> {
            story.control("webhooks/deliver", Map.of());
            return story.troubles().stream().anyMatch(one -> one.record().equals(record));
        });
    }

    /** Twice, and the last one first: the same comes of it. */
    @ParameterizedTest
    @ValueSource(strings = {"cloudevents", "legacy"})
    void signed_events_let_what_happened_be_found_before_anything_is_sent(String form) {
        OnlineStory story = readOnce();
        String dead = story.boundTo("invoice/n1");
        int writes = story.posts("invoice").size();
        story.announces(form, RunningRelink.VERIFIER_TOKEN)
                .trouble("repeatWebhook")
                .trouble("shuffleWebhooks")
                .deletes("invoice", "invoice/n1");
        story.control("void", Map.of("type", "invoice", "id", story.boundTo("invoice/n2")));
        delivered(story, "invoice/n1");
        delivered(story, "invoice/n2");
        assertThat(story.error("invoice/n1").message()).contains(dead);
        assertThat(story.error("invoice/n1").repairs()).contains("clear-id");
        assertThat(story.error("invoice/n2").code()).isEqualTo("online:relink-voided");
        assertThat(story.error("invoice/n2").repairs()).contains("keep-app", "keep-quickbooks");
        assertThat(story.posts("invoice")).as("nothing was sent for either").hasSize(writes);
        story.repairs("keep-app", Map.of(), "invoice/n2").comesTo("synced", "invoice/n2");
        assertThat(story.of("invoice", "invoice/n2").path("TotalAmt").decimalValue())
                .isEqualByComparingTo("75");
    }

    @Test
    void customers_that_were_merged_and_made_inactive_are_found_before_an_invoice_meets_them() {
        OnlineStory story = readOnce();
        int writes = story.posts("invoice").size();
        String kept = story.enters("customer", Map.of("DisplayName", "Hollis Farms"));
        story.makesActive("item", "item/i1", false);
        story.control("merge", Map.of("type", "customer", "gone", story.boundTo("customer/c1"), "kept", kept));
        story.minutesPass().comesToError("customer/c1");
        story.sends(Sent.invoice("n3", "c2").line("l1", "i1", "1", "75.00")).comesToError("item/i1");
        assertThat(story.error("item/i1").message()).contains("Stump grinding", "made inactive");
        assertThat(story.posts("invoice")).as("no invoice was sent in vain").hasSize(writes);
        story.repairs("relink", Map.of("quickbooksId", kept), "customer/c1")
                .repairs("reactivate", Map.of(), "item/i1")
                .comesTo("synced", "customer/c1", "item/i1", "invoice/n3");
        assertThat(story.boundTo("customer/c1")).isEqualTo(kept);
        story.hasNoTwins();
    }

    /** Deletions of more than 30 days ago are told by nobody, whatever is answered to the question. */
    @Test
    void after_two_months_of_silence_each_link_is_proven_before_anything_is_sent_over_it() {
        OnlineStory story = readOnce();
        int quantity = 3;
        for (String position : List.of("ANSWERED", "CUT", "REFUSED")) {
            String record = position.toLowerCase(Locale.ROOT);
            story.switches(Map.of("changesLongAgo", position))
                    .sends(Sent.invoice(record, "c1").line("l1", "i1", "1", "75.00"))
                    .comesTo("synced", "invoice/" + record)
                    .deletes("invoice", "invoice/" + record)
                    .wasAwayFor("60 days");
            String dead = story.boundTo("invoice/" + record);
            int writes = story.posts("invoice").size();
            int total = 75 * ++quantity;
            story.sends(
                            Sent.invoice(record, "c1").line("l1", "i1", "3", "75.00"),
                            Sent.invoice("n2", "c2").line("l1", "i1", "" + quantity, "75.00"))
                    .comesToError("invoice/" + record)
                    .until(
                            "the living one was changed",
                            () -> story.of("invoice", "invoice/n2")
                                            .path("TotalAmt")
                                            .decimalValue()
                                            .intValue()
                                    == total);
            assertThat(story.error("invoice/" + record).message()).contains(dead, "any more");
            assertThat(story.posts("invoice"))
                    .as("only the living one was sent")
                    .hasSize(writes + 1);
        }
    }

    /** What changes carry is the time of a clock that is not ours. */
    @Test
    void a_clock_that_is_an_hour_off_hides_no_deletion() {
        OnlineStory story = readOnce();
        for (int seconds : List.of(-3600, 3600)) {
            String record = "skew" + seconds;
            story.switches(Map.of("clockSkew", seconds))
                    .sends(Sent.invoice(record, "c1").line("l1", "i1", "2", "75.00"))
                    .comesTo("synced", "invoice/" + record)
                    .runsOnce()
                    .until("all was read", story::hasReadAll)
                    .deletes("invoice", "invoice/" + record)
                    .runsOnce()
                    .comesToError("invoice/" + record);
            assertThat(story.error("invoice/" + record).repairs()).contains("clear-id");
        }
    }

    @Test
    void events_of_nobody_are_taken_and_forgotten_and_what_is_not_signed_is_turned_away() {
        String event = "[{\"type\":\"qbo.invoice.deleted.v1\",\"intuitaccountid\":\"1\",\"intuitentityid\":\"2\"}]";
        assertThat(sent(event, signature(event))).isEqualTo(200);
        assertThat(sent("no json", signature("no json"))).isEqualTo(200);
        assertThat(sent(event + " ", signature(event))).isEqualTo(401);
        assertThat(sent(event, "")).isEqualTo(401);
        assertThat(sent("x".repeat(10_000_000), "")).isEqualTo(413);
    }

    private static int sent(String body, String signature) {
        var request = HttpRequest.newBuilder(RunningRelink.shared().at("/api/v1/quickbooks-online/events"))
                .header("Content-Type", "application/json")
                .header("intuit-signature", signature)
                .POST(BodyPublishers.ofString(body));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(RunningRelink.VERIFIER_TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
