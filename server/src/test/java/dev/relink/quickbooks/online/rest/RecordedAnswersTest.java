package dev.relink.quickbooks.online.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.relink.connector.Known;
import dev.relink.connector.Request;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.entity.Customer;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Invoice;
import dev.relink.entity.Payment;
import dev.relink.entity.Removal;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Answers of real QuickBooks Online, where there are any: in the folder of RELINK_FIXTURES, or in ../shared beside the project. */
class RecordedAnswersTest {

    private static final OnlineConnector ONLINE = new OnlineConnector();
    private Path folder = Path.of(".");

    @BeforeEach
    void there_are_samples() {
        folder = Path.of(System.getenv().getOrDefault("RELINK_FIXTURES", "../../shared/fixtures/desktop"))
                .resolveSibling("online");
        assumeThat(Files.isDirectory(folder))
                .as(
                        "recorded answers in %s: there are none, so nothing to compare with (RELINK_FIXTURES names its sibling)",
                        folder.toAbsolutePath().normalize())
                .isTrue();
    }

    private record Read(List<Response> responses, List<Row> rows) {}

    private Read read(String file, Request... requests) throws IOException {
        String text = Files.readString(folder.resolve(file));
        if (file.endsWith(".xml")) {
            return read(429, OnlineJson.MAPPER.writeValueAsString(text), requests);
        }
        JsonNode recorded = OnlineJson.MAPPER.readTree(text);
        JsonNode answer = recorded.path("response");
        return answer.isMissingNode()
                ? read(200, text, requests)
                : read(answer.path("status").asInt(), answer.path("body").toString(), requests);
    }

    private static Read read(int status, String body, Request... requests) {
        var byId = new LinkedHashMap<String, Request>();
        List.of(requests).forEach(request -> byId.put(request.id(), request));
        var ids = OnlineJson.MAPPER.writeValueAsString(byId.keySet());
        var document = "{\"answers\":[{\"requests\":%s,\"status\":%d,\"body\":%s}]}".formatted(ids, status, body);
        var read = new Read(new ArrayList<>(), new ArrayList<>());
        try (var answer = ONLINE.read(new StringReader(document), byId)) {
            answer.forEachRemaining(response -> {
                read.responses().add(response);
                response.rows().forEachRemaining(read.rows()::add);
            });
        }
        return read;
    }

    private static Request add(EntityType type) {
        return new Request.Add("1", type, Values.NONE, "m");
    }

    @Test
    void a_customer_and_an_invoice_that_were_made() throws IOException {
        var customer = (Row.Found)
                read("rec-create-customer-0.json", add(Customer.TYPE)).rows().getFirst();
        assertThat(customer.quickbooksId()).isEqualTo("70");
        assertThat(customer.editToken()).isEqualTo("0");
        assertThat(customer.unread()).isEmpty();
        var invoice = (Row.Found)
                read("rec-create-invoice-0.json", add(Invoice.TYPE)).rows().getFirst();
        assertThat(invoice.fullName()).isEqualTo("1043");
        assertThat(invoice.lines()).hasSize(1);
        assertThat(invoice.values().get("total")).isEqualTo(new Value.Number(new BigDecimal("100")));
        assertThat(invoice.unread()).isEmpty();
    }

    @Test
    void what_was_voided_and_what_was_deleted() throws IOException {
        var known = new Known("1", "0", List.of());
        var request = new Request.Remove("1", Invoice.TYPE, Values.NONE, known, Removal.VOID);
        var row = (Row.Found) read("rec-void-invoice-1.json", request).rows().getFirst();
        assertThat(row.values().get("total")).isEqualTo(new Value.Number(BigDecimal.ZERO));
        var deleted = read("rec-delete-invoice-1.json", request);
        assertThat(deleted.responses())
                .singleElement()
                .matches(one -> one.status().code().equals("0"));
        assertThat(deleted.rows()).isEmpty();
    }

    @Test
    void a_payment_as_it_is_published() throws IOException {
        String text = Files.readString(folder.resolve("doc-payment.json"));
        var row = (Row.Found) read(200, text, add(Payment.TYPE)).rows().getFirst();
        assertThat(row.unread()).isEmpty();
        assertThat(row.values().get("amount")).isNotNull();
        assertThat(row.values().get("customer")).isNotNull();
    }

    @Test
    void faults_of_either_form_in_json_and_in_xml() throws IOException {
        var ask = new Request.ChangedSince("1", Customer.TYPE, null, 0, null);
        assertThat(codes(read("rec-error-validation-0.json", add(Customer.TYPE))))
                .containsExactly("online:6240");
        assertThat(codes(read("rec-error-401-0.json", ask))).containsExactly("online:3200");
        assertThat(codes(read("rec-error-401-0.json", add(Customer.TYPE))))
                .as("in doubt")
                .isEmpty();
        assertThat(codes(read("rec-error-500-1.json", ask))).containsExactly("online:2030");
        assertThat(codes(read("xml-429.xml", add(Customer.TYPE)))).containsExactly("online:3001");
    }

    private static List<String> codes(Read read) {
        return read.responses().stream()
                .map(response -> response.status().toString())
                .toList();
    }

    @Test
    void a_batch_with_faults_among_its_items() throws IOException {
        var asked = new ArrayList<Request>();
        for (int n = 1; n <= 4; n++) {
            asked.add(new Request.Add("bid" + n, Invoice.TYPE, Values.NONE, "m"));
        }
        var read = read("rec-batch-basic-0.json", asked.toArray(Request[]::new));
        assertThat(codes(read)).containsExactly("online:0", "online:610", "online:5010", "online:0");
        assertThat(read.responses().get(2).message()).contains("were working on this at the same time");
    }

    @Test
    void changes_and_what_was_deleted_among_them() throws IOException {
        var deletions = new Request.DeletedSince("1", true, EntityTypes.sendable(), null);
        for (var file : List.of("rec-cdc-basic-0.json", "doc-changedatacapture.json")) {
            assertThat(codes(read(file, deletions))).as(file).containsExactly("online:0");
        }
    }
}
