package dev.relink.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.company.CompanyId;
import dev.relink.people.ApiTokens;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses written byte by byte, as no client library would: none leads around a right, none is answered by the container. */
class HostilePathsTest {

    private static final RunningRelink RELINK = RunningRelink.shared();

    /** Only in the company cedar. */
    private static final String CEDAR = RELINK.bean(ApiTokens.class)
            .make("hostile paths", new Access(null, Map.of(new CompanyId("cedar"), Role.ADMIN)), "test")
            .secret();

    @BeforeAll
    static void beech_has_a_record_that_cedar_has_not() {
        RELINK.api(
                "POST",
                "/api/v1/companies",
                RunningRelink.ADMIN_TOKEN,
                "{\"id\":\"beech\",\"name\":\"Beech Tree Care\",\"quickbooks\":\"desktop\"}");
        for (String id : List.of("oak", "a%3Bb")) {
            var made = RELINK.api(
                    "PUT",
                    "/api/v1/companies/beech/records/customer/" + id,
                    RunningRelink.ADMIN_TOKEN,
                    "{\"name\":\"Secret %s\"}".formatted(id));
            assertThat(made.statusCode()).isBetween(200, 299);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/companies/beech/records/customer/oak",
                "/api/v1/companies/cedar/../beech/records/customer/oak",
                "/api/v1/companies/cedar/%2e%2e/beech/records/customer/oak",
                "/api/v1/companies/cedar/.%2E/beech/records/customer/oak",
                "/api/v1/companies/cedar/%252e%252e/beech/records/customer/oak",
                "/api/v1/companies/cedar%2F..%2Fbeech/records/customer/oak",
                "/api/v1/companies/cedar%2f%2e%2e%2fbeech/records/customer/oak",
                "/api/v1/companies/cedar%252F..%252Fbeech/records/customer/oak",
                "/api/v1/companies/cedar/..%5Cbeech/records/customer/oak",
                "/api/v1/companies/cedar\\..\\beech\\records\\customer\\oak",
                "/api/v1/companies/cedar/..;/beech/records/customer/oak",
                "/api/v1/companies/cedar/..;x=y/beech/records/customer/oak",
                "/api/v1/companies/cedar/%2e%2e;/beech/records/customer/oak",
                "/api/v1/companies/beech;company=cedar/records/customer/oak",
                "/api/v1/companies/beech;cedar/records/customer/oak",
                "/api/v1/companies/cedar;/../beech/records/customer/oak",
                "/api/v1/companies;x/beech/records/customer/oak",
                "/api;x/v1/companies/beech/records/customer/oak",
                "/api/v1;jsessionid=1/companies/beech/records/customer/oak",
                "/api/v1/companies/beech/records;jsessionid=1/customer/oak",
                "/api/v1//companies/beech/records/customer/oak",
                "//api/v1/companies/beech/records/customer/oak",
                "/./api/v1/companies/beech/records/customer/oak",
                "/x/../api/v1/companies/beech/records/customer/oak",
                "/API/v1/companies/beech/records/customer/oak",
                "/%61pi/v1/companies/beech/records/customer/oak",
                "/api/v1/companies/BEECH/records/customer/oak",
                "/api/v1/companies/%62eech/records/customer/oak",
                "/api/v1/companies/beech/records/customer/oak/",
                "/api/v1/status-codes/../companies/beech/records/customer/oak",
                "/api/v1/status-codes/%2e%2e/companies/beech/records/customer/oak",
                "/api/v1/status-codes/..;/companies/beech/records/customer/oak",
                "/api/v1/status-codes%2F..%2Fcompanies/beech/records/customer/oak",
                "/api/docs/..;/v1/companies/beech/records/customer/oak",
                "/sign-in/..;/companies/beech/errors",
                "/sign-in/..;/api/v1/companies/beech/records/customer/oak",
                "/assets/..;/companies/beech/errors",
                "/assets/%2e%2e/companies/beech/errors",
                "/qbwc/..;/companies/beech/errors",
                "/companies;x/beech/errors",
                "/;/companies/beech/errors",
                "/api/v1/companies/cedar/records/customer/..%2F..%2F..%2Fbeech%2Frecords%2Fcustomer%2Foak",
                "/api/v1/companies/beech/records/customer/oak%00",
                "/api/v1/companies/beech%00/records/customer/oak",
            })
    void no_spelling_of_an_address_shows_what_another_company_has(String path) throws IOException {
        for (String token : new String[] {CEDAR, ""}) {
            String answer = get(path, token);
            assertThat(answer)
                    .as(path + " with " + (token.isEmpty() ? "no token" : "cedar's token"))
                    .doesNotContain("Secret")
                    .doesNotStartWith("HTTP/1.1 5")
                    .doesNotContain("Apache Tomcat", "<h1>HTTP Status");
            assertThat(answer)
                    .satisfiesAnyOf(
                            text -> assertThat(text).startsWith("HTTP/1.1 4"),
                            text -> assertThat(text)
                                    .startsWith("HTTP/1.1 30")
                                    .containsPattern("(?i)location: .*/sign-in"));
        }
    }

    @Test
    void an_id_with_odd_characters_is_one_segment_and_belongs_to_its_company() throws IOException {
        assertThat(get("/api/v1/companies/beech/records/customer/a%3Bb", RunningRelink.ADMIN_TOKEN))
                .startsWith("HTTP/1.1 200");
        assertThat(get("/api/v1/companies/beech/records/customer/a%3Bb", CEDAR)).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/companies/beech/records/customer/a|b",
                "/api/v1/companies/beech/records/customer/{a}",
                "/api/v1/companies/beech/records/customer/%zz",
                "/api/v1/companies/beech/records/customer/%00"
            })
    void what_is_no_address_is_a_problem_document_under_api_and_a_plain_page_elsewhere(String path) throws IOException {
        String program = get(path, CEDAR);
        assertThat(program)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"status\":400", "\"detail\":\"");
        String person = get(path.replace("/api/v1", ""), "");
        assertThat(person)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("content-type: text/html")
                .doesNotContain("Tomcat", "HTTP Status", "Exception");
    }

    private static String get(String path, String token) throws IOException {
        URI server = RELINK.at("/");
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
            String request =
                    "GET %s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\n\r\n".formatted(path, authorization);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
