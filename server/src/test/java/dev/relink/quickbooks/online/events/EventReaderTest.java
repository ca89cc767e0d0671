package dev.relink.quickbooks.online.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class EventReaderTest {

    @Test
    void cloud_events_are_an_array_whose_time_has_nanoseconds() {
        assertThat(read("""
                        [{"specversion":"1.0","id":"e1","type":"qbo.invoice.void.v1","time":"2026-09-10T21:31:25.179851517Z",
                          "intuitentityid":"1234","intuitaccountid":"310687","data":{}}]"""))
                .containsExactly(
                        new Event("310687", "invoice", "1234", true, Instant.parse("2026-09-10T21:31:25.179851517Z")));
    }

    @Test
    void the_older_form_names_its_realm_once() {
        assertThat(read("""
                        {"eventNotifications":[{"realmId":"310687","dataChangeEvent":{"entities":[
                          {"name":"Customer","id":"7","operation":"Merge","lastUpdated":"2026-09-08T13:52:31-07:00","deletedId":"6"},
                          {"name":"Payment","id":"8","operation":"Delete","lastUpdated":"2026-09-08T20:52:31.657Z"}]}}]}"""))
                .containsExactly(
                        new Event("310687", "customer", "7", true, Instant.parse("2026-09-08T20:52:31Z")),
                        new Event("310687", "payment", "8", true, Instant.parse("2026-09-08T20:52:31.657Z")));
    }

    @Test
    void what_one_event_lacks_does_not_cost_the_others() {
        assertThat(read("""
                        [{"type":"qbo.item.updated.v1","time":"yesterday","intuitentityid":"5","intuitaccountid":"1"},
                         {"type":17,"intuitaccountid":"2"}, "no event", {"time":"2026-09-10T21:31:25Z"}]"""))
                .containsExactly(
                        new Event("1", "item", "5", false, Instant.MAX), new Event("2", "", "", false, Instant.MAX));
        assertThat(read("{}")).isEmpty();
        assertThat(read("\"words\"")).isEmpty();
    }

    @Test
    void what_is_no_json_is_said_to_be_none() {
        assertThatThrownBy(() -> read("<events/>")).isInstanceOf(JacksonException.class);
    }

    /** The example of RFC 4231, case 2, in base64. */
    @Test
    void the_signature_is_over_the_raw_bytes() {
        byte[] body = "what do ya want for nothing?".getBytes(UTF_8);
        String right = Signature.of(body, "Jefe");
        assertThat(java.util.HexFormat.of()
                        .formatHex(java.util.Base64.getDecoder().decode(right)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(Signature.isValid(right, body, "Jefe")).isTrue();
        assertThat(Signature.isValid(right, "what do ya want for nothing? ".getBytes(UTF_8), "Jefe"))
                .isFalse();
        assertThat(Signature.isValid(right, body, "Jeff")).isFalse();
        assertThat(Signature.isValid(null, body, "Jefe")).isFalse();
    }

    private static java.util.List<Event> read(String body) {
        return EventReader.read(body.getBytes(UTF_8));
    }
}
