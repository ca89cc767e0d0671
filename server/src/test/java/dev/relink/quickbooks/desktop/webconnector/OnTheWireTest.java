package dev.relink.quickbooks.desktop.webconnector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.CatalogueEntry;
import dev.relink.connection.Health;
import dev.relink.connector.Platform;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules of the Web Connector's protocol against the whole server, over its real port. */
class OnTheWireTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final SoapClient CLIENT = new SoapClient(RELINK.at("/qbwc"));

    private record Account(String company, String password) {
        String ticket() {
            return CLIENT.authenticate(company, password).strings().getFirst();
        }
    }

    /** A company with something to do. */
    private static Account company(String companyFile) {
        String id = "wire-" + COUNT.incrementAndGet();
        JsonNode made = json(RELINK.api(
                        "POST",
                        "/api/v1/companies",
                        RunningRelink.ADMIN_TOKEN,
                        "{\"id\":\"%s\",\"name\":\"Wire\",\"quickbooks\":\"desktop\",\"companyFile\":\"%s\"}"
                                .formatted(id, companyFile.replace("\\", "\\\\")))
                .body());
        return new Account(id, made.at("/webConnector/password").asString());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static JsonNode health(Account account) {
        RELINK.bean(Health.class).flush();
        return json(RELINK.api("GET", "/api/v1/companies/" + account.company, RunningRelink.ADMIN_TOKEN, "")
                        .body())
                .at("/health/0/broken");
    }

    // ---- connectionError

    static Stream<CatalogueEntry> hresults() {
        return RELINK.bean(Catalogue.class).entries().stream()
                .filter(entry -> entry.code().platform() == Platform.HRESULT);
    }

    private static final Account UNREACHED = company("");

    @ParameterizedTest(name = "{0}")
    @MethodSource("hresults")
    void every_hresult_is_decoded_for_the_person_at_the_pc_and_on_the_connection(CatalogueEntry entry) {
        String problem = entry.meaning().guide().problem(Map.of());
        String ticket = UNREACHED.ticket();
        assertThat(CLIENT.connectionError(ticket, entry.code().code()).result()).isEqualTo("done");
        assertThat(CLIENT.lastError(ticket).result()).startsWith(problem);
        assertThat(CLIENT.close(ticket).result()).startsWith(problem);
        JsonNode broken = health(UNREACHED);
        assertThat(broken.at("/code").asString()).isEqualTo(entry.code().toString());
        assertThat(broken.at("/sentence").asString()).isNotBlank().doesNotContain("{");
        assertThat(broken.at("/fix").asString()).isNotBlank().doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource({
        "0x80040408, hresult:0x80040408",
        "0X80040408, hresult:0x80040408",
        "80040408, hresult:0x80040408",
        "' 0x8004040a ', hresult:0x8004040A",
        "'', hresult:unknown",
        "0x80049999, hresult:0x80049999",
        "<script>, hresult:unknown",
    })
    void an_hresult_is_known_in_every_spelling_and_nonsense_is_unknown(String text, String code) {
        String ticket = UNREACHED.ticket();
        CLIENT.connectionError(ticket, text);
        assertThat(health(UNREACHED).at("/code").asString()).isEqualTo(code);
        assertThat(CLIENT.close(ticket).result()).isNotBlank().doesNotContain("{");
    }

    @Test
    void the_companys_own_file_is_named_twice_and_done_is_said_the_third_time() {
        Account account = company("C:\\Books\\Acme Tree & Care.qbw");
        String ticket = account.ticket();
        assertThat(Stream.generate(() ->
                                CLIENT.connectionError(ticket, "0x80040408").result())
                        .limit(4))
                .containsExactly("C:\\Books\\Acme Tree & Care.qbw", "C:\\Books\\Acme Tree & Care.qbw", "done", "done");
        CLIENT.close(ticket);
    }

    // ---- probes: the Web Connector looks without a password before it comes (QBWC1048, QBWC1003)

    @ParameterizedTest
    @CsvSource({
        "GET, /qbwc",
        "HEAD, /qbwc",
        "GET, /qbwc?wsdl",
        "GET, /qbwc?WSDL",
        "HEAD, /qbwc?wsdl",
        "GET, /qbwc?anything=else",
        "GET, /qbwc/",
    })
    void an_unauthenticated_probe_is_answered_200(String method, String path) {
        var answer = CLIENT.send(HttpRequest.newBuilder(RELINK.at(path))
                .method(method, BodyPublishers.noBody())
                .build());
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void the_addresses_in_the_qwc_file_answer_200_without_a_password() {
        String qwc = RELINK.api(
                        "GET",
                        "/api/v1/companies/" + UNREACHED.company + "/web-connector.qwc",
                        RunningRelink.ADMIN_TOKEN,
                        "")
                .body();
        for (String element : List.of("AppURL", "AppSupport")) {
            String url = text(qwc, element);
            assertThat(CLIENT.send(HttpRequest.newBuilder(URI.create(url)).build())
                            .status())
                    .as(element + " " + url)
                    .isEqualTo(200);
        }
    }

    private static String text(String xml, String element) {
        return xml.replaceAll("(?s).*<" + element + ">(.*?)</" + element + ">.*", "$1");
    }

    // ---- the contract

    @Test
    void every_operation_of_the_contract_is_answered_under_its_own_name() {
        String wsdl = CLIENT.send(
                        HttpRequest.newBuilder(RELINK.at("/qbwc?wsdl")).build())
                .body();
        List<String> operations = Stream.concat(
                        Pattern.compile("<wsdl:operation name=\"(\\w+)\"")
                                .matcher(wsdl)
                                .results()
                                .map(found -> found.group(1)),
                        Stream.of("getServerVersion", "getInteractiveURL", "interactiveDone", "interactiveRejected"))
                .distinct()
                .toList();
        assertThat(operations).hasSize(12);
        for (String operation : operations) {
            var answer = CLIENT.call(operation);
            assertThat(answer.status()).as(operation).isEqualTo(200);
            assertThat(answer.body())
                    .contains("<" + operation + "Response xmlns=\"http://developer.intuit.com/\"><" + operation
                            + "Result>");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "\"http://developer.intuit.com/serverVersion\"",
        "http://developer.intuit.com/serverVersion",
        "\"\"",
        "\"http://developer.intuit.com/authenticate\"",
        "nonsense",
    })
    void the_body_says_which_operation_it_is_whatever_the_soap_action(String action) {
        assertThat(CLIENT.post(SoapClient.envelope("serverVersion"), "SOAPAction", action)
                        .result())
                .isEqualTo("Relink");
    }

    @Test
    void interactive_mode_is_never_asked_for_and_over_at_once_when_it_is_on_all_the_same() {
        String ticket = UNREACHED.ticket();
        assertThat(CLIENT.call("getInteractiveURL", "wcTicket", ticket, "sessionID", "1")
                        .result())
                .isEmpty();
        assertThat(CLIENT.call("interactiveDone", "wcTicket", ticket).result()).isEqualTo("Done");
        assertThat(CLIENT.call("interactiveRejected", "wcTicket", ticket, "reason", "no & no")
                        .result())
                .isEqualTo("Relink needs no interactive session.");
        assertThat(CLIENT.lastError(ticket).result()).isNotEqualTo("Interactive mode");
        CLIENT.close(ticket);
    }

    // ---- the password

    @Test
    void a_password_renewed_during_a_visit_voids_the_old_one_and_lets_the_visit_end() {
        Account account = company("");
        String ticket = account.ticket();
        String renewed = json(RELINK.api(
                                "POST",
                                "/api/v1/companies/" + account.company + "/connection/password",
                                RunningRelink.ADMIN_TOKEN,
                                "")
                        .body())
                .at("/password")
                .asString();
        assertThat(CLIENT.close(ticket).result()).isEqualTo("OK");
        assertThat(CLIENT.authenticate(account.company, account.password)
                        .strings()
                        .get(1))
                .isEqualTo("nvu");
        var anew = CLIENT.authenticate(account.company, renewed).strings();
        assertThat(anew.get(1)).isEmpty();
        assertThat(CLIENT.close(anew.getFirst()).result()).isEqualTo("OK");
        assertThat(CLIENT.authenticate("acme", renewed).strings().get(1))
                .as("another company")
                .isEqualTo("nvu");
    }
}
