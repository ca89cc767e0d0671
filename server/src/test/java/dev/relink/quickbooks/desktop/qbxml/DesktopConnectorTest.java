package dev.relink.quickbooks.desktop.qbxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relink.connector.Connector.UnreadableAnswer;
import dev.relink.connector.Known;
import dev.relink.connector.Lines;
import dev.relink.connector.MessageSet;
import dev.relink.connector.Request;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.entity.Customer;
import dev.relink.entity.Invoice;
import dev.relink.entity.Item;
import dev.relink.entity.Payment;
import dev.relink.entity.Removal;
import dev.relink.entity.Value;
import dev.relink.entity.Value.Reference.ToQuickBooks;
import dev.relink.entity.Values;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesktopConnectorTest {

    private static final DesktopConnector QBXML = new DesktopConnector();

    private static Values values(Object... fields) {
        var map = new LinkedHashMap<String, Value>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(
                    (String) fields[i],
                    switch (fields[i + 1]) {
                        case String text -> new Value.Text(text);
                        case BigDecimal number -> new Value.Number(number);
                        case LocalDate date -> new Value.Day(date);
                        case List<?> lines ->
                            new Value.Lines(
                                    lines.stream().map(Values.class::cast).toList());
                        case Object other -> (Value) other;
                    });
        }
        return new Values(map);
    }

    private static String write(Request... requests) {
        var set = new MessageSet("ABCDEFGHIJKLMNOPQRST", null, List.of(requests));
        return new String(QBXML.write(set, "13.0"), StandardCharsets.US_ASCII);
    }

    private static List<Row> rows(String answer, Request... requests) {
        var rows = new ArrayList<Row>();
        responses(answer, rows, requests);
        return rows;
    }

    private static List<Response> responses(String answer, List<Row> rows, Request... requests) {
        var byId = new LinkedHashMap<String, Request>();
        for (var request : requests) {
            byId.put(request.id(), request);
        }
        var responses = new ArrayList<Response>();
        try (var read = QBXML.read(new StringReader(answer), byId)) {
            read.forEachRemaining(response -> {
                responses.add(response);
                response.rows().forEachRemaining(rows::add);
            });
        }
        return responses;
    }

    private static String answer(String responses) {
        return "<?xml version=\"1.0\" ?><QBXML><QBXMLMsgsRs>" + responses + "</QBXMLMsgsRs></QBXML>";
    }

    private static String line(int number) {
        return "<InvoiceLineRet><TxnLineID>L" + number + "</TxnLineID><ItemRef><ListID>I" + number
                + "</ListID></ItemRef></InvoiceLineRet>";
    }

    @Test
    void an_add_is_ascii_in_the_schemas_order_with_its_marker() {
        var customer = values(
                "currency", new Value.Reference.ByName("Euro"),
                "name", "Zo\u00eb <&]]> \"Trees\"",
                "parent", new ToQuickBooks("80-1", "Oak"),
                "billingAddress", new Value.Address(List.of("1 High St"), "Bath", null, null, null));
        assertThat(write(new Request.Add("7", Customer.TYPE, customer, "0f-1")))
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<?qbxml version=\"13.0\"?>\n<QBXML><QBXMLMsgsRq"
                                + " onError=\"continueOnError\" newMessageSetID=\"ABCDEFGHIJKLMNOPQRST\">\n")
                .contains(
                        "<CustomerAddRq requestID=\"7\"><CustomerAdd><Name>Zo&#235; &lt;&amp;]]&gt; &quot;Trees&quot;</Name>"
                                + "<ParentRef><ListID>80-1</ListID></ParentRef><BillAddress><Addr1>1 High St</Addr1><City>Bath</City>"
                                + "</BillAddress><ExternalGUID>{0f-1}</ExternalGUID><CurrencyRef><FullName>Euro</FullName></CurrencyRef>"
                                + "</CustomerAdd></CustomerAddRq>");
    }

    @Test
    void an_older_quickbooks_is_not_sent_what_it_does_not_know() {
        var set = new MessageSet("A", null, List.of(new Request.Add("7", Customer.TYPE, values("name", "A"), "0f-1")));
        assertThat(new String(QBXML.write(set, "7.0"), StandardCharsets.US_ASCII))
                .doesNotContain("ExternalGUID");
    }

    @Test
    void an_unresolved_reference_is_never_written() {
        var invoice = values("customer", new Value.Reference.ToRecord("c1"));
        assertThatThrownBy(() -> write(new Request.Add("1", Invoice.TYPE, invoice, "m")))
                .hasMessageContaining("Not resolved");
    }

    @Test
    void the_kind_of_an_item_picks_its_element_and_what_is_bought_its_aggregate() {
        var sold = values(
                "name",
                "Pruning",
                "kind",
                "service",
                "price",
                new BigDecimal("40"),
                "incomeAccount",
                new ToQuickBooks("A1", null));
        assertThat(write(new Request.Add("1", Item.TYPE, sold, "m")))
                .contains(
                        "<ItemServiceAdd><Name>Pruning</Name><SalesOrPurchase><Price>40</Price><AccountRef><ListID>A1</ListID>"
                                + "</AccountRef></SalesOrPurchase><ExternalGUID>");
        var bought = sold.with("cost", new Value.Number(new BigDecimal("12.345")));
        assertThat(write(new Request.Modify("1", Item.TYPE, bought, new Known("X", "9", List.of()))))
                .contains(
                        "<ItemServiceMod><ListID>X</ListID><EditSequence>9</EditSequence><Name>Pruning</Name><SalesAndPurchaseMod>"
                                + "<SalesPrice>40</SalesPrice>")
                .contains("<PurchaseCost>12.345</PurchaseCost></SalesAndPurchaseMod>");
        assertThat(write(new Request.Remove("1", Item.TYPE, sold, new Known("X", "9", List.of()), Removal.DEACTIVATE)))
                .contains(
                        "<ItemServiceModRq requestID=\"1\"><ItemServiceMod><ListID>X</ListID><EditSequence>9</EditSequence><IsActive>false</IsActive></ItemServiceMod>");
    }

    @Test
    void a_payment_without_invoices_is_not_applied_on_its_own() {
        var payment = values(
                "customer",
                new ToQuickBooks("C", null),
                "date",
                LocalDate.of(2026, 3, 1),
                "amount",
                new BigDecimal("100"));
        assertThat(write(new Request.Add("1", Payment.TYPE, payment, "m")))
                .contains(
                        "<TxnDate>2026-03-01</TxnDate><TotalAmount>100.00</TotalAmount><ExternalGUID>{m}</ExternalGUID><IsAutoApply>false</IsAutoApply>");
        var applied = payment.with(
                "appliedTo",
                new Value.Lines(
                        List.of(values("invoice", new ToQuickBooks("T1", null), "amount", new BigDecimal("60.5")))));
        assertThat(write(new Request.Add("1", Payment.TYPE, applied, "m")))
                .contains("<AppliedToTxnAdd><TxnID>T1</TxnID><PaymentAmount>60.50</PaymentAmount></AppliedToTxnAdd>")
                .doesNotContain("IsAutoApply");
    }

    @Test
    void a_mod_names_every_line_in_quickbooks_order() {
        var wanted = values(
                "lines",
                List.of(
                        values("id", "n1", "description", "new first"), values("id", "b", "description", "B"),
                        values("id", "n2", "description", "new after B"), values("id", "a", "description", "A")));
        var known = List.of(
                new Known.Line("L1", "a", false),
                new Known.Line("L2", null, false),
                new Known.Line("G", null, true),
                new Known.Line("L3", "gone", false),
                new Known.Line("L4", "b", false));
        assertThat(write(new Request.Modify("1", Invoice.TYPE, wanted, new Known("T", "1", known))))
                .contains(
                        "<EditSequence>1</EditSequence><InvoiceLineMod><TxnLineID>-1</TxnLineID><Desc>new first</Desc></InvoiceLineMod>"
                                + "<InvoiceLineMod><TxnLineID>L1</TxnLineID><Desc>A</Desc></InvoiceLineMod>"
                                + "<InvoiceLineMod><TxnLineID>L2</TxnLineID></InvoiceLineMod>"
                                + "<InvoiceLineGroupMod><TxnLineID>G</TxnLineID></InvoiceLineGroupMod>"
                                + "<InvoiceLineMod><TxnLineID>L4</TxnLineID><Desc>B</Desc></InvoiceLineMod>"
                                + "<InvoiceLineMod><TxnLineID>-1</TxnLineID><Desc>new after B</Desc></InvoiceLineMod></InvoiceMod>");
    }

    @Test
    void a_mod_without_lines_keeps_each_by_its_id() {
        var known = new Known("T", "1", List.of(new Known.Line("L1", "a", false), new Known.Line("G", null, true)));
        assertThat(write(new Request.Modify("1", Invoice.TYPE, values("memo", "x"), known)))
                .contains(
                        "<Memo>x</Memo><InvoiceLineMod><TxnLineID>L1</TxnLineID></InvoiceLineMod><InvoiceLineGroupMod><TxnLineID>G</TxnLineID></InvoiceLineGroupMod></InvoiceMod>");
    }

    @Test
    void lines_are_paired_only_when_number_and_items_agree() {
        var request = new Request.ById("1", Invoice.TYPE, "T");
        var found = (Row.Found) rows(
                        answer("<InvoiceQueryRs requestID=\"1\" statusCode=\"0\"><InvoiceRet><TxnID>T</TxnID>" + line(1)
                                + line(2) + "</InvoiceRet></InvoiceQueryRs>"),
                        request)
                .getFirst();
        var ours = values(
                "lines",
                List.of(
                        values("id", "a", "item", new ToQuickBooks("I1", null)),
                        values("item", new ToQuickBooks("I2", null))));
        assertThat(Lines.pair(ours, List.of(), found))
                .containsExactly(new Known.Line("L1", "a", false), new Known.Line("L2", "#1", false));
        var others = values(
                "lines",
                List.of(
                        values("id", "a", "item", new ToQuickBooks("I2", null)),
                        values("item", new ToQuickBooks("I1", null))));
        assertThat(Lines.pair(others, List.of(), found)).isEqualTo(found.lines());
    }

    @Test
    void status_checks_and_reads_are_written_as_the_schema_wants_them() {
        assertThat(new String(QBXML.write(MessageSet.statusCheck("X1"), "13.0"), StandardCharsets.US_ASCII))
                .contains(
                        "<QBXMLMsgsRq onError=\"continueOnError\" newMessageSetID=\"X1\" oldMessageSetID=\"X1\">\n</QBXMLMsgsRq>");
        var since = Instant.parse("2026-03-01T10:11:12.345Z");
        var text = new String(
                QBXML.write(
                        MessageSet.ofReads(List.of(
                                new Request.ById("1", Invoice.TYPE, "T1"),
                                new Request.ByName("2", Item.TYPE, "Trees:Oak"),
                                new Request.ByAnyName("3", "Oak"),
                                new Request.ByNumber("4", Payment.TYPE, "77"),
                                new Request.ByParty(
                                        "5", Invoice.TYPE, "C1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)),
                                new Request.ChangedSince("6", Customer.TYPE, since, 100, null),
                                new Request.ChangedSince("7", Invoice.TYPE, since, 50, "{i}"),
                                new Request.DeletedSince("8", false, List.of(Item.TYPE, Invoice.TYPE), since),
                                new Request.WholeList("9", "terms"),
                                new Request.WhoseBooks("10", "{O}"))),
                        "13.0"),
                StandardCharsets.US_ASCII);
        assertThat(text.lines().skip(2).toList())
                .containsExactly(
                        "<QBXML><QBXMLMsgsRq onError=\"continueOnError\">",
                        "<InvoiceQueryRq requestID=\"1\"><TxnID>T1</TxnID><IncludeLineItems>true</IncludeLineItems></InvoiceQueryRq>",
                        "<ItemQueryRq requestID=\"2\"><FullName>Trees:Oak</FullName></ItemQueryRq>",
                        "<EntityQueryRq requestID=\"3\"><FullName>Oak</FullName></EntityQueryRq>",
                        "<ReceivePaymentQueryRq requestID=\"4\"><RefNumber>77</RefNumber><IncludeLineItems>true</IncludeLineItems></ReceivePaymentQueryRq>",
                        "<InvoiceQueryRq requestID=\"5\"><TxnDateRangeFilter><FromTxnDate>2026-01-01</FromTxnDate><ToTxnDate>2026-01-31</ToTxnDate></TxnDateRangeFilter><EntityFilter><ListID>C1</ListID></EntityFilter><IncludeLineItems>true</IncludeLineItems></InvoiceQueryRq>",
                        "<CustomerQueryRq requestID=\"6\" iterator=\"Start\"><MaxReturned>100</MaxReturned><ActiveStatus>All</ActiveStatus><FromModifiedDate>2026-03-01T10:11:12+00:00</FromModifiedDate></CustomerQueryRq>",
                        "<InvoiceQueryRq requestID=\"7\" iterator=\"Continue\" iteratorID=\"{i}\"><MaxReturned>50</MaxReturned><ModifiedDateRangeFilter><FromModifiedDate>2026-03-01T10:11:12+00:00</FromModifiedDate></ModifiedDateRangeFilter><IncludeLineItems>true</IncludeLineItems></InvoiceQueryRq>",
                        "<ListDeletedQueryRq requestID=\"8\"><ListDelType>ItemService</ListDelType><ListDelType>ItemNonInventory</ListDelType><ListDelType>ItemOtherCharge</ListDelType><ListDelType>ItemInventory</ListDelType><ListDelType>ItemDiscount</ListDelType><DeletedDateRangeFilter><FromDeletedDate>2026-03-01T10:11:12+00:00</FromDeletedDate></DeletedDateRangeFilter></ListDeletedQueryRq>",
                        "<TermsQueryRq requestID=\"9\"><ActiveStatus>All</ActiveStatus></TermsQueryRq>",
                        "<HostQueryRq requestID=\"10h\"></HostQueryRq>",
                        "<CompanyQueryRq requestID=\"10c\"><OwnerID>{O}</OwnerID></CompanyQueryRq>",
                        "<PreferencesQueryRq requestID=\"10p\"></PreferencesQueryRq>",
                        "</QBXMLMsgsRq></QBXML>");
    }

    @Test
    void a_customer_is_read_whatever_stands_around_it() {
        var request = new Request.ById("1", Customer.TYPE, "80-1");
        var found = (Row.Found) rows(
                        answer(
                                "<CustomerQueryRs requestID=\"\" statusCode=\"0\" statusSeverity=\"Info\" statusMessage=\"Status OK\">"
                                        + "<CustomerRet><Name>A &amp; B</Name><Novelty><ListID>no</ListID></Novelty><ListID>80-1</ListID><EditSequence>5</EditSequence>"
                                        + "<FullName>P:A &amp; B</FullName><IsActive>false</IsActive><ContactsRet><ListID>0p5h</ListID><FirstName>X</FirstName></ContactsRet>"
                                        + "<ExternalGUID>{AB-CD}</ExternalGUID><BillAddress><Addr1>1 High St</Addr1><City>Bath</City><Note>n</Note></BillAddress><Phone/>"
                                        + "<TermsRef><FullName>Net 30</FullName></TermsRef></CustomerRet></CustomerQueryRs>"),
                        request)
                .getFirst();
        assertThat(found.quickbooksId()).isEqualTo("80-1");
        assertThat(found.editToken()).isEqualTo("5");
        assertThat(found.fullName()).isEqualTo("P:A & B");
        assertThat(found.active()).isFalse();
        assertThat(found.marker()).isEqualTo("ab-cd");
        assertThat(found.values())
                .isEqualTo(values(
                        "name",
                        "A & B",
                        "active",
                        new Value.Flag(false),
                        "billingAddress",
                        new Value.Address(List.of("1 High St"), "Bath", null, null, null),
                        "terms",
                        new ToQuickBooks(null, "Net 30")));
    }

    @Test
    void other_names_in_the_shared_name_space_are_entries() {
        var rows = rows(
                answer(
                        "<EntityQueryRs requestID=\"1\" statusCode=\"0\"><OtherNameRet><ListID>O1</ListID><Name>Oak</Name></OtherNameRet>"
                                + "<VendorRet><ListID>V1</ListID><Name>Oak</Name></VendorRet></EntityQueryRs>"),
                new Request.ByAnyName("1", "Oak"));
        assertThat(rows.getFirst()).isEqualTo(new Row.Entry("other-name", "O1", "Oak", true, Map.of()));
        assertThat(rows.getLast()).isInstanceOf(Row.Found.class);
    }

    @Test
    void deleted_records_carry_our_names() {
        assertThat(rows(
                        answer(
                                "<ListDeletedQueryRs requestID=\"1\" statusCode=\"0\"><ListDeletedRet><ListDelType>ItemService</ListDelType><ListID>I1</ListID>"
                                        + "<TimeDeleted>2026-03-01T10:00:00-05:00</TimeDeleted><FullName>Oak</FullName></ListDeletedRet><ListDeletedRet><ListDelType>ToDo</ListDelType>"
                                        + "<ListID>T</ListID></ListDeletedRet></ListDeletedQueryRs>"),
                        new Request.DeletedSince("1", false, List.of(Item.TYPE), null)))
                .containsExactly(
                        new Row.Deleted("item", "I1", "Oak", "2026-03-01T10:00:00-05:00"),
                        new Row.Deleted("ToDo", "T", "", null));
    }

    @Test
    void a_stored_set_status_is_known_before_its_responses() {
        try (var read = QBXML.read(
                new StringReader(
                        "<QBXML><QBXMLMsgsRs newMessageSetID=\"X1\" messageSetStatusCode=\"600\"></QBXMLMsgsRs></QBXML>"),
                Map.of())) {
            assertThat(String.valueOf(read.setStatus())).isEqualTo("desktop:600");
            assertThat(read.messageSetId()).isEqualTo("X1");
            assertThat(read.hasNext()).isFalse();
        }
    }

    @Test
    void whose_books_come_as_one_response_among_others() {
        var text = answer(
                "<HostQueryRs requestID=\"10h\" statusCode=\"0\"><HostRet><ProductName>P</ProductName><SupportedQBXMLVersion>12.0</SupportedQBXMLVersion>"
                        + "<SupportedQBXMLVersion>13.0</SupportedQBXMLVersion></HostRet></HostQueryRs><CompanyQueryRs requestID=\"10c\" statusCode=\"0\"><CompanyRet>"
                        + "<CompanyName>Acme</CompanyName><DataExtRet><OwnerID>{ab}</OwnerID><DataExtName>FileID</DataExtName><DataExtValue>{cd}</DataExtValue></DataExtRet>"
                        + "</CompanyRet></CompanyQueryRs><PreferencesQueryRs requestID=\"10p\" statusCode=\"0\"><PreferencesRet><MultiCurrencyPreferences>"
                        + "<IsMultiCurrencyOn>false</IsMultiCurrencyOn></MultiCurrencyPreferences></PreferencesRet></PreferencesQueryRs>"
                        + "<CustomerQueryRs requestID=\"2\" statusCode=\"1\" statusMessage=\"none\"/>");
        var rows = new ArrayList<Row>();
        var responses =
                responses(text, rows, new Request.WhoseBooks("10", "{AB}"), new Request.ById("2", Customer.TYPE, "x"));
        assertThat(responses).extracting(Response::requestId).containsExactly("10", "2");
        var books = new Row.Books(
                Map.of("ProductName", "P"),
                List.of("12.0", "13.0"),
                "Acme",
                Map.of("{AB}", "{CD}"),
                Map.of("MultiCurrencyPreferences/IsMultiCurrencyOn", "false"));
        assertThat(rows).containsExactly(books);
        assertThat(DesktopConnector.readHcp(text)).isEqualTo(books);
    }

    @Test
    void a_document_type_is_refused() {
        var bomb =
                "<!DOCTYPE QBXML [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><QBXML><QBXMLMsgsRs>&b;</QBXMLMsgsRs></QBXML>";
        assertThatThrownBy(() -> rows(bomb, new Request.ByAnyName("1", "x"))).isInstanceOf(UnreadableAnswer.class);
    }

    @Test
    void an_answer_to_another_question_is_unreadable() {
        assertThatThrownBy(() -> rows(
                        answer("<CustomerQueryRs requestID=\"9\" statusCode=\"0\"/>"),
                        new Request.ById("1", Customer.TYPE, "x")))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("request 9");
    }

    @Test
    void an_answer_cut_off_anywhere_yields_no_wrong_row_and_is_told() {
        var whole = answer(
                "<InvoiceQueryRs requestID=\"1\" statusCode=\"0\"><InvoiceRet><TxnID>T&#233;1</TxnID><EditSequence>12</EditSequence><TxnDate>2026-03-01</TxnDate>"
                        + line(1) + line(2) + "</InvoiceRet><InvoiceRet><TxnID>T2</TxnID>" + line(3)
                        + "</InvoiceRet></InvoiceQueryRs>");
        var request = new Request.ById("1", Invoice.TYPE, "T");
        var right = rows(whole, request);
        for (int end = 0; end < whole.length(); end++) {
            var cut = whole.substring(0, end);
            var rows = new ArrayList<Row>();
            assertThatThrownBy(() -> responses(cut, rows, request))
                    .as("cut at %d", end)
                    .isInstanceOf(UnreadableAnswer.class);
            assertThat(rows).isEqualTo(right.subList(0, rows.size()));
        }
    }

    @Test
    void an_excerpt_shows_one_request_and_its_parts() {
        var text = write(
                new Request.Add("7", Customer.TYPE, values("name", "A & B"), "m"),
                new Request.Add("8", Customer.TYPE, values("name", "C"), "m"));
        assertThat(QBXML.excerpt(new StringReader(text), "7")).hasValue("""
                <CustomerAddRq requestID="7">
                  <CustomerAdd>
                    <Name>A &amp; B</Name>
                    <ExternalGUID>{m}</ExternalGUID>
                  </CustomerAdd>
                </CustomerAddRq>""");
        assertThat(QBXML.excerpt(new StringReader(text), "9")).isEmpty();
    }
}
