package dev.relink.quickbooks.desktop.qbxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.relink.connector.Known;
import dev.relink.connector.MessageSet;
import dev.relink.connector.Request;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.entity.Customer;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers of real QuickBooks, where there are any: in the folder of RELINK_FIXTURES, or in ../shared beside the project. */
class RecordedSamplesTest {

    private static final DesktopConnector QBXML = new DesktopConnector();
    private static final Pattern REQUEST_ID = Pattern.compile("requestID=\"([^\"]+)\"");
    private Path folder = Path.of(".");

    @BeforeEach
    void there_are_samples() {
        folder = Path.of(System.getenv().getOrDefault("RELINK_FIXTURES", "../../shared/fixtures/desktop"));
        assumeThat(Files.isDirectory(folder))
                .as(
                        "recorded answers in %s: there are none, so nothing to compare with (RELINK_FIXTURES names another folder)",
                        folder.toAbsolutePath().normalize())
                .isTrue();
    }

    private record Read(List<Response> responses, List<Row> rows) {}

    private static Read read(String text) {
        var requests = new java.util.LinkedHashMap<String, Request>();
        var ids = REQUEST_ID.matcher(text);
        while (ids.find()) {
            requests.put(ids.group(1), new Request.ById(ids.group(1), Customer.TYPE, "x"));
        }
        if (requests.isEmpty()) {
            requests.put("1", new Request.ById("1", Customer.TYPE, "x"));
        }
        var read = new Read(new ArrayList<>(), new ArrayList<>());
        try (var answer = QBXML.read(new StringReader(text), requests)) {
            answer.forEachRemaining(response -> {
                read.responses().add(response);
                response.rows().forEachRemaining(read.rows()::add);
            });
        }
        return read;
    }

    private Read read(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void every_recorded_answer_is_read() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var samples = files.filter(file -> file.toString().endsWith(".xml")).toList();
            assertThat(samples)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(read(file).responses()).isNotEmpty());
        }
    }

    @Test
    void every_customer_of_the_sample_company_can_be_written_again() throws IOException {
        var rows = read(folder.resolve("customers_query_samplecompany_146.xml")).rows();
        assertThat(rows).hasSize(146).allSatisfy(row -> {
            var found = (Row.Found) row;
            assertThat(found.quickbooksId()).isNotEmpty();
            var modify = new Request.Modify(
                    "1", found.type(), found.values(), new Known(found.quickbooksId(), found.editToken(), List.of()));
            assertThat(QBXML.write(new MessageSet("A", null, List.of(modify)), "13.0"))
                    .isNotEmpty();
        });
        assertThat(read(folder.resolve("vendors_query_samplecompany_54.xml")).rows())
                .hasSize(54);
    }

    @Test
    void a_mixed_batch_keeps_each_status() throws IOException {
        assertThat(read(folder.resolve("mixed_batch_customer_add_0_3100_3250_3130.xml"))
                        .responses())
                .extracting(response -> response.status().code())
                .containsExactly("0", "3100", "3250", "3130", "0");
    }

    @Test
    void an_invoice_has_its_line_and_its_balance() {
        var invoice =
                (Row.Found) read(folder.resolve("invoice_add_ok.xml")).rows().getFirst();
        assertThat(invoice.fullName()).isEqualTo("R1TT46883");
        assertThat(invoice.lines()).hasSize(1);
        assertThat(invoice.values().byField()).containsKeys("customer", "date", "balance", "subtotal", "lines");
    }

    @Test
    void host_company_and_preferences_tell_whose_books_they_are() throws IOException {
        var books = DesktopConnector.readHcp(
                Files.readString(folder.resolve("hcp_host_company_preferences_qb2014pro.xml")));
        assertThat(books.companyName()).isEqualTo("myCompany");
        assertThat(books.versions()).contains("13.0").hasSize(16);
        assertThat(books.fileIds()).isNotEmpty();
        assertThat(books.preferences())
                .containsEntry("AccountingPreferences/IsUsingClassTracking", "false")
                .containsEntry("CurrentAppAccessRights/IsPersonalDataAccessAllowed", "false")
                .containsEntry("CurrentAppAccessRights/IsAutomaticLoginAllowed", "false");
        assertThat(books.host())
                .containsAllEntriesOf(Map.of(
                        "ProductName",
                        "QuickBooks Pro 2014",
                        "MajorVersion",
                        "24",
                        "Country",
                        "US",
                        "QBFileMode",
                        "SingleUser"));
    }
}
