package dev.relink.simulator.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;

class KeptRealmsTest {
    private static final String REALM = "/online/control/realms/4711";

    @TempDir
    private Path folder;

    private PracticeServer start(boolean fresh) {
        return PracticeServer.start(
                new Options("localhost", 0, URI.create("http://localhost:8080"), folder, fresh, Business.NONE));
    }

    private static String read(Http.Answer answer, String field) {
        Map<String, Object> all = Json.read(answer.body(), new TypeReference<>() {});
        return String.valueOf(all.get(field));
    }

    private static Http.Answer enter(Http http, String name) {
        return http.post(REALM + "/records/customer", "{\"DisplayName\":\"" + name + "\"}");
    }

    @Test
    void a_realm_its_ids_and_who_was_let_in_outlive_the_process() {
        Http http;
        String id;
        String token;
        String mulch;
        try (var server = start(false)) {
            http = new Http(server.port());
            http.put(REALM, "{\"name\":\"Riverside Gardens\",\"business\":\"lists\"}");
            id = read(enter(http, "Hollis, Margaret"), "Id");
            mulch = read(enter(http, "Mulch & More"), "Id");
            http.post(REALM + "/active", "{\"type\":\"customer\",\"id\":\"" + mulch + "\",\"active\":false}");
            http.post(REALM + "/records/customer/" + id, "{\"Notes\":\"Gate code 12\"}");
            http.post(REALM + "/webhooks", "{\"url\":\"http://localhost:9/events\",\"verifierToken\":\"v\"}");
            token = read(http.post(REALM + "/connect", ""), "accessToken");
        }
        try (var server = start(false)) {
            http = new Http(server.port());
            assertThat(http.get(REALM).body()).contains("Riverside Gardens", "\"business\":\"LISTS\"");
            Http.Answer kept = http.get(REALM + "/records/customer/Hollis, Margaret".replace(" ", "%20"));
            assertThat(kept.body()).contains("\"Id\":\"" + id + "\"", "\"SyncToken\":\"1\"", "Gate code 12");
            assertThat(http.get(REALM + "/webhooks").body()).contains("localhost:9");
            assertThat(http.api("4711/customer/" + id, token).status()).isEqualTo(200);
            assertThat(read(enter(http, "Tran, Peter"), "Id")).isNotIn(id, mulch, "null");
            assertThat(enter(http, "Mulch & More").body())
                    .as("taken, though inactive")
                    .contains("6240");
        }
        try (var server = start(true)) {
            assertThat(new Http(server.port()).get(REALM).status()).isEqualTo(404);
        }
    }
}
