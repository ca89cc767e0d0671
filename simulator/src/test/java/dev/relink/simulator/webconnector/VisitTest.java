package dev.relink.simulator.webconnector;

import static dev.relink.simulator.webconnector.RecordingServer.TICKET;
import static dev.relink.simulator.webconnector.RecordingServer.escaped;
import static dev.relink.simulator.webconnector.RecordingServer.strings;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {
    private static final String TWO_WRITES = """
            <?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?><QBXML><QBXMLMsgsRq onError="continueOnError">\
            <CustomerAddRq requestID="1"><CustomerAdd><Name>Elm &amp; Co</Name></CustomerAdd></CustomerAddRq>\
            <InvoiceModRq requestID="2"><InvoiceMod><TxnID>1-2</TxnID><RefNumber>1041</RefNumber></InvoiceMod></InvoiceModRq>\
            </QBXMLMsgsRq></QBXML>""";
    private static final String TWO_ANSWERS = """
            <?xml version="1.0" ?><QBXML><QBXMLMsgsRs>\
            <CustomerAddRs requestID="1" statusCode="0" statusSeverity="Info" statusMessage="Status OK"/>\
            <InvoiceModRs requestID="2" statusCode="3120" statusSeverity="Error" statusMessage="gone"/></QBXMLMsgsRs></QBXML>""";
    private static final String LOOK_UP = """
            <?qbxml version="13.0"?><QBXML><QBXMLMsgsRq onError="continueOnError"><CustomerQueryRq requestID="1"/>\
            </QBXMLMsgsRq></QBXML>""";

    private final ScriptedQuickBooks quickBooks = new ScriptedQuickBooks();
    private final Faults faults = new Faults();
    private final List<Duration> pauses = new ArrayList<>();
    private RecordingServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RecordingServer();
        server.answer("sendRequestXML", escaped(TWO_WRITES)).answer("receiveResponseXML", "100");
        quickBooks.answer = TWO_ANSWERS;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WebConnector webConnector() {
        return WebConnector.of(server.qwc(), "secret & <safe>", quickBooks)
                .with(faults)
                .with(InstantSource.fixed(Instant.parse("2026-11-24T14:20:01Z")), pauses::add);
    }

    private Run run() {
        return webConnector().run();
    }

    @Test
    void a_visit_probes_then_calls_in_the_recorded_order() {
        server.answer("receiveResponseXML", "50", "100");
        Run run = run();
        assertThat(server.methods())
                .containsExactly(
                        "GET",
                        "serverVersion",
                        "clientVersion",
                        "authenticate",
                        "sendRequestXML",
                        "receiveResponseXML",
                        "sendRequestXML",
                        "receiveResponseXML",
                        "closeConnection");
        assertThat(run.ending()).isEqualTo(Ending.FINISHED);
        assertThat(run.isWell()).isTrue();
        assertThat(run.counts()).isEqualTo(new Run.Counts(2, 0, 2, 2, 0));
    }

    @Test
    void a_call_is_written_as_the_real_one_writes_it() {
        run();
        RecordingServer.Heard call = server.heard("serverVersion").getFirst();
        assertThat(call.soapAction()).isEqualTo("\"http://developer.intuit.com/serverVersion\"");
        assertThat(call.raw())
                .contains(
                        "<soap:Body><serverVersion xmlns=\"http://developer.intuit.com/\" /></soap:Body></soap:Envelope>");
        assertThat(server.heard("clientVersion").getFirst().get("strVersion")).isEqualTo("2.3.0.215");
    }

    @Test
    void user_and_password_go_out_and_the_password_is_not_kept() {
        Run run = run();
        RecordingServer.Heard call = server.heard("authenticate").getFirst();
        assertThat(call.get("strUserName")).isEqualTo("acme");
        assertThat(call.get("strPassword")).isEqualTo("secret & <safe>");
        assertThat(run.exchanges()).noneMatch(exchange -> exchange.sent().contains("secret"));
    }

    @Test
    void host_company_and_preferences_go_with_the_first_request_only() {
        server.answer("receiveResponseXML", "50", "100");
        run();
        List<RecordingServer.Heard> calls = server.heard("sendRequestXML");
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).get("strHCPResponse")).isEqualTo(ScriptedQuickBooks.HCP);
        assertThat(calls.get(1).get("strHCPResponse")).isEmpty();
        assertThat(calls.get(1).get("ticket")).isEqualTo(TICKET);
        assertThat(calls.get(1).get("strCompanyFileName")).isEqualTo("C:\\Books\\Acme Tree Care.qbw");
        assertThat(calls.get(1).get("qbXMLCountry")).isEqualTo("US");
        assertThat(calls.get(1).get("qbXMLMajorVers")).isEqualTo("15");
        assertThat(calls.get(1).get("qbXMLMinorVers")).isEqualTo("2");
    }

    @Test
    void the_answer_travels_escaped_beside_two_empty_elements() {
        run();
        RecordingServer.Heard call = server.heard("receiveResponseXML").getFirst();
        assertThat(call.get("response")).isEqualTo(TWO_ANSWERS);
        assertThat(call.raw()).contains("&lt;QBXML&gt;").contains("<hresult /><message />");
        assertThat(quickBooks.processed).containsExactly(TWO_WRITES);
    }

    @Test
    void a_refused_set_is_reported_by_its_hresult_and_an_empty_response() {
        quickBooks.refusal = new QuickBooks.Refused("0x80040400", "QuickBooks found an error when parsing");
        run();
        RecordingServer.Heard call = server.heard("receiveResponseXML").getFirst();
        assertThat(call.raw()).contains("<response /><hresult>0x80040400</hresult>");
        assertThat(call.get("message")).startsWith("QuickBooks found an error");
    }

    @Test
    void the_log_names_what_was_refused() {
        assertThat(run().texts())
                .contains("sendRequestXML: 2 writes", "  2 InvoiceMod 1041: 3120", "  the other 1: 0 Status OK")
                .contains("  file ID is the expected one", "run over: 1 written, 1 refused");
    }

    @ParameterizedTest
    @CsvSource({
        "none, NO_WORK, No Data Exchange",
        "nvu, WRONG_PASSWORD, Invalid password for username",
        "busy, BUSY, Application Busy"
    })
    void turned_away_it_closes_without_asking_for_requests(String verdict, Ending ending, String words) {
        server.answer("authenticate", strings(TICKET, verdict));
        Run run = run();
        assertThat(server.methods()).endsWith("authenticate", "closeConnection");
        assertThat(run.ending()).isEqualTo(ending);
        assertThat(run.said()).isEqualTo(words);
    }

    @Test
    void an_unknown_verdict_is_a_company_file_to_open() {
        server.answer("authenticate", strings(TICKET, "C:\\Books\\Other.qbw"));
        run();
        assertThat(quickBooks.paths).containsExactly("C:\\Books\\Other.qbw");
    }

    @Test
    void a_run_by_schedule_is_postponed_and_one_by_hand_is_not() {
        server.answer("authenticate", strings(TICKET, "", "90", "600"));
        Run scheduled = webConnector().bySchedule().run();
        assertThat(scheduled.ending()).isEqualTo(Ending.POSTPONED);
        assertThat(scheduled.postponedFor()).isEqualTo(Duration.ofSeconds(90));
        assertThat(scheduled.atMostEvery()).isEqualTo(Duration.ofSeconds(600));
        assertThat(server.heard("sendRequestXML")).isEmpty();
        assertThat(run().ending()).isEqualTo(Ending.FINISHED);
    }

    @ParameterizedTest
    @CsvSource({"E:Too old, QBWC1037", "O:3.0, QBWC1037", "whatever, QBWC1046"})
    void a_refused_version_ends_before_authenticate(String answer, String code) {
        server.answer("clientVersion", answer);
        Run run = run();
        assertThat(run.ending()).isEqualTo(Ending.VERSION_REFUSED);
        assertThat(run.code()).isEqualTo(code);
        assertThat(server.methods()).endsWith("clientVersion");
    }

    @Test
    void after_a_warning_the_user_may_go_on_or_stop() {
        server.answer("clientVersion", "W:Please update");
        assertThat(run().ending()).isEqualTo(Ending.FINISHED);
        assertThat(webConnector().stopsWhenWarned().run().code()).isEqualTo("QBWC1037");
    }

    @Test
    void quickbooks_is_tried_twice_before_the_server_hears_of_it() {
        quickBooks.refusals = 1;
        assertThat(run().ending()).isEqualTo(Ending.FINISHED);
        assertThat(server.heard("connectionError")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"done", "DONE", "Done"})
    void connection_error_answered_done_in_any_case_closes(String done) {
        quickBooks.refusals = 99;
        server.answer("connectionError", done);
        Run run = run();
        assertThat(run.ending()).isEqualTo(Ending.QUICKBOOKS_NOT_OPENED);
        assertThat(run.code()).isEqualTo("QBWC1013");
        assertThat(server.methods()).endsWith("authenticate", "connectionError", "closeConnection");
        assertThat(server.heard("connectionError").getFirst().get("hresult")).isEqualTo("0x80040408");
        assertThat(quickBooks.paths).containsExactly("", "");
    }

    @Test
    void connection_error_answered_with_a_path_tries_that_file() {
        quickBooks.refusals = 4;
        server.answer("connectionError", "C:\\Books\\Acme.qbw", "");
        assertThat(run().ending()).isEqualTo(Ending.FINISHED);
        assertThat(quickBooks.paths).containsExactly("", "", "C:\\Books\\Acme.qbw", "C:\\Books\\Acme.qbw", "");
    }

    @Test
    void no_op_waits_five_seconds_and_asks_again() {
        server.answer("sendRequestXML", "NoOp", "", escaped(TWO_WRITES)).answer("getLastError", "NoOp");
        assertThat(run().ending()).isEqualTo(Ending.FINISHED);
        assertThat(pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(server.heard("sendRequestXML")).hasSize(3);
        assertThat(server.heard("sendRequestXML").get(1).get("strHCPResponse")).isEmpty();
    }

    @Test
    void nothing_to_run_and_an_error_text_closes() {
        server.answer("sendRequestXML", "").answer("getLastError", "Wrong company file");
        Run run = run();
        assertThat(run.ending()).isEqualTo(Ending.STOPPED_BY_SERVER);
        assertThat(run.said()).isEqualTo("Wrong company file");
        assertThat(server.methods()).endsWith("sendRequestXML", "getLastError", "closeConnection");
    }

    @Test
    void a_negative_percentage_asks_for_the_last_error_and_closes() {
        server.answer("receiveResponseXML", "-1").answer("getLastError", "NoOp");
        assertThat(run().ending()).isEqualTo(Ending.STOPPED_BY_SERVER);
        assertThat(server.methods()).endsWith("receiveResponseXML", "getLastError", "closeConnection");
    }

    @Test
    void zero_percent_asks_for_more() {
        server.answer("receiveResponseXML", "0", "100");
        assertThat(run().counts().sets()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "clientVersion, QBWC1036",
        "authenticate, QBWC1012",
        "sendRequestXML, QBWC1041",
        "receiveResponseXML, QBWC1042"
    })
    void a_soap_fault_ends_the_run_at_once_and_is_not_repeated(String method, String code) {
        server.answer(method, "FAULT it broke");
        Run run = run();
        assertThat(run.ending()).isEqualTo(Ending.CALL_FAILED);
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.said()).contains("it broke");
        assertThat(server.heard(method)).hasSize(1);
        assertThat(server.methods()).endsWith(method);
    }

    @Test
    void a_server_without_server_version_is_visited_all_the_same() {
        server.answer("serverVersion", "FAULT no such method");
        assertThat(run().ending()).isEqualTo(Ending.FINISHED);
    }

    @Test
    void an_answer_in_another_namespace_is_not_understood() {
        server.answer(
                "authenticate",
                "RAW <Envelope><Body><authenticateResponse><authenticateResult/></authenticateResponse></Body></Envelope>");
        assertThat(run().code()).isEqualTo("QBWC1012");
    }

    @Test
    void an_answer_that_is_no_xml_is_not_understood() {
        server.answer("receiveResponseXML", "RAW 100");
        Run run = run();
        assertThat(run.code()).isEqualTo("QBWC1042");
        assertThat(run.said()).contains("not well-formed");
    }

    @Test
    void a_probe_answered_with_a_refusal_ends_the_run() {
        server.answerGet(405);
        assertThat(run().code()).isEqualTo("QBWC1048");
        assertThat(server.methods()).containsExactly("GET");
    }

    @Test
    void a_server_that_is_down_ends_the_run() {
        WebConnector webConnector = webConnector();
        server.close();
        assertThat(webConnector.run().code()).isEqualTo("QBWC1048");
    }

    @Test
    void a_failing_close_leaves_the_end_as_it_was() {
        server.answer("closeConnection", "FAULT gone");
        Run run = run();
        assertThat(run.ending()).isEqualTo(Ending.FINISHED);
        assertThat(run.texts()).anyMatch(text -> text.startsWith("QBWC1044"));
    }

    @Test
    void lose_the_next_answer_executes_and_never_reports() {
        faults.set(Fault.LOSE_NEXT_ANSWER);
        Run run = run();
        assertThat(quickBooks.processed).hasSize(1);
        assertThat(server.methods()).endsWith("sendRequestXML");
        assertThat(run.code()).isEqualTo("QBWC1042");
        assertThat(run.counts().unheard()).isEqualTo(2);
        assertThat(run.texts()).contains("  1 CustomerAdd Elm & Co: answer lost");
        assertThat(run().ending()).as("it happens once").isEqualTo(Ending.FINISHED);
    }

    @Test
    void lose_the_next_answer_waits_for_a_write() {
        faults.set(Fault.LOSE_NEXT_ANSWER);
        server.answer("sendRequestXML", escaped(LOOK_UP), escaped(TWO_WRITES))
                .answer("receiveResponseXML", "50", "100");
        assertThat(run().counts().sets()).isEqualTo(2);
        assertThat(server.heard("receiveResponseXML")).hasSize(1);
    }

    @Test
    void lose_the_next_look_up_takes_a_set_that_only_reads() {
        faults.set(Fault.LOSE_NEXT_READ);
        server.answer("sendRequestXML", escaped(LOOK_UP));
        assertThat(run().code()).isEqualTo("QBWC1042");
    }

    @Test
    void cut_before_the_write_never_reaches_quickbooks() {
        faults.set(Fault.CUT_BEFORE_WRITE);
        Run run = run();
        assertThat(quickBooks.processed).isEmpty();
        assertThat(run.code()).isEqualTo("QBWC1041");
        assertThat(server.methods()).endsWith("sendRequestXML");
    }

    @Test
    void a_lost_reply_was_heard_by_the_server_and_ends_the_run() {
        faults.set(Fault.LOSE_REPLY);
        Run run = run();
        assertThat(server.methods()).endsWith("receiveResponseXML");
        assertThat(run.code()).isEqualTo("QBWC1042");
        assertThat(run.counts().written()).isEqualTo(1);
    }

    @Test
    void a_repeated_response_arrives_twice_with_the_same_words() {
        faults.set(Fault.REPEAT_RESPONSE);
        run();
        List<RecordingServer.Heard> calls = server.heard("receiveResponseXML");
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0)).isEqualTo(calls.get(1));
    }

    @Test
    void an_empty_hcp_leaves_the_first_request_without_a_company() {
        faults.set(Fault.EMPTY_HCP);
        run();
        assertThat(server.heard("sendRequestXML").getFirst().raw()).contains("<strHCPResponse />");
    }

    @Test
    void a_visit_may_be_held_while_another_pc_makes_its_own() {
        Visit first = webConnector().visit().until(Visit.Stage.RECEIVE_RESPONSE);
        server.answer("authenticate", strings("other", "busy"));
        assertThat(run().ending()).isEqualTo(Ending.BUSY);
        assertThat(first.finish().ending()).isEqualTo(Ending.FINISHED);
    }

    @Test
    void nobody_repeats_a_finished_visit() {
        Visit visit = webConnector().visit();
        Run run = visit.finish();
        assertThat(visit.step()).isEqualTo(Visit.Stage.OVER);
        assertThat(visit.finish()).isEqualTo(run);
    }
}
