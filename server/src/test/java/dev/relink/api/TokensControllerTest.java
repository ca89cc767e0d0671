package dev.relink.api;

import static dev.relink.RunningRelink.ADMIN_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokensControllerTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final String TOKENS = "/api/v1/tokens";

    @Test
    void a_token_is_shown_once_works_until_it_is_revoked_and_is_kept_as_a_hash() {
        var made = RELINK.api("POST", TOKENS, ADMIN_TOKEN, """
                {"name": "nightly feed", "role": "operator", "companies": ["acme"]}""");
        assertThat(made.statusCode()).isEqualTo(201);
        String token = json(made).get("token").asString();
        String id = json(made).get("id").asString();

        var list = RELINK.api("GET", TOKENS, ADMIN_TOKEN, "");
        assertThat(list.body()).contains("\"nightly feed\"").doesNotContain(token);
        assertThat(RELINK.jdbc()
                        .sql("select * from api_token")
                        .query()
                        .listOfRows()
                        .toString())
                .doesNotContain(token);
        assertThat(RELINK.api("GET", TOKENS, token, "").statusCode()).isEqualTo(403);

        assertThat(RELINK.api("DELETE", TOKENS + "/" + id, ADMIN_TOKEN, "").statusCode())
                .isEqualTo(204);
        assertThat(RELINK.api("GET", TOKENS, token, "").statusCode()).isEqualTo(401);
        assertThat(RELINK.api("DELETE", TOKENS + "/" + id, ADMIN_TOKEN, "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void bad_fields_are_told_by_pointer_as_a_problem_document() {
        var refused = RELINK.api("POST", TOKENS, ADMIN_TOKEN, """
                {"name": "", "role": "owner", "companies": ["acme", "nobody"]}""");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(refused).get("status").asInt()).isEqualTo(422);
        assertThat(json(refused).propertyNames()).contains("type", "title", "status", "detail", "errors");
        assertThat(json(refused)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("pointer").asString()))
                .containsExactly("/name", "/role", "/companies/1");
    }

    @Test
    void an_unreadable_body_an_unknown_address_and_a_missing_token_are_problem_documents() {
        assertProblem(RELINK.api("POST", TOKENS, ADMIN_TOKEN, "{"), 400);
        assertProblem(RELINK.api("GET", "/api/v1/no-such-thing", ADMIN_TOKEN, ""), 404);
        assertProblem(RELINK.api("PATCH", TOKENS, ADMIN_TOKEN, ""), 405);
        assertProblem(RELINK.api("GET", TOKENS, "", ""), 401);
        assertProblem(RELINK.api("GET", TOKENS, "relink_guessed", ""), 401);
    }

    @Test
    void an_administrator_of_one_company_makes_and_sees_tokens_of_that_company_only() {
        var made = RELINK.api("POST", TOKENS, ADMIN_TOKEN, """
                {"name": "acme office", "role": "admin", "companies": ["acme"]}""");
        String acme = json(made).get("token").asString();

        assertThat(RELINK.api("POST", TOKENS, acme, """
                {"name": "mine", "role": "viewer", "companies": ["acme"]}""").statusCode()).isEqualTo(201);
        assertProblem(RELINK.api("POST", TOKENS, acme, """
                {"name": "theirs", "role": "viewer", "companies": ["cedar"]}"""), 422);
        assertProblem(RELINK.api("POST", TOKENS, acme, """
                {"name": "all", "role": "viewer", "companies": []}"""), 403);
        assertThat(RELINK.api("GET", TOKENS, acme, "").body())
                .contains("acme office")
                .doesNotContain("\"name\":\"RELINK_API_TOKEN\"");
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("detail").asString()).isNotBlank();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
