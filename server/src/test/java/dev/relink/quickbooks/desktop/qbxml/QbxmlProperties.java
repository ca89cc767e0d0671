package dev.relink.quickbooks.desktop.qbxml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.connector.MessageSet;
import dev.relink.connector.Request;
import dev.relink.connector.Row;
import dev.relink.entity.Customer;
import dev.relink.entity.Invoice;
import dev.relink.entity.Value;
import dev.relink.entity.Values;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class QbxmlProperties {

    private static final DesktopConnector QBXML = new DesktopConnector();

    private static String write(Request.Add add) {
        return new String(QBXML.write(new MessageSet("A", null, List.of(add)), "13.0"), StandardCharsets.ISO_8859_1);
    }

    /** QuickBooks gives an added object back under other names. */
    private static Values readBack(Request.Add add) {
        var answer = write(add)
                .replaceAll("<(/?)(\\w+)(Add|AddRq|MsgsRq)\\b", "<$1$2\u0001$3")
                .replace("\u0001AddRq requestID=\"1\"", "AddRs requestID=\"1\" statusCode=\"0\"")
                .replace("\u0001AddRq", "AddRs")
                .replace("\u0001MsgsRq", "MsgsRs")
                .replace("\u0001Add", "Ret");
        try (var read = QBXML.read(new StringReader(answer), Map.of("1", add))) {
            return ((Row.Found) read.next().rows().next()).values();
        }
    }

    @Property(tries = 500)
    void whatever_a_name_holds_the_set_stays_ascii_and_well_formed(@ForAll @StringLength(max = 60) String name) {
        var add = new Request.Add(
                "1", Customer.TYPE, new Values(Map.of("name", new Value.Text("x" + name + "<&]]>x"))), "m");
        assertThat(write(add).chars()).allMatch(c -> c == '\n' || c >= ' ' && c < 127);
        assertThat(readBack(add).text("name")).startsWith("x").endsWith("<&]]>x");
    }

    @Property(tries = 300)
    void a_name_is_read_back_as_it_was_written(
            @ForAll
                    @NotEmpty
                    @StringLength(max = 41)
                    @CharRange(from = '!', to = '~')
                    @CharRange(from = '\u00a1', to = '\u00ff')
                    String name) {
        var values = new Values(Map.of("name", new Value.Text(name), "notes", new Value.Text(name + "\n\t" + name)));
        assertThat(readBack(new Request.Add("1", Customer.TYPE, values, "m"))).isEqualTo(values);
    }

    @Property(tries = 300)
    void every_digit_of_an_amount_survives(
            @ForAll @Size(min = 1, max = 5)
                    List<@BigRange(min = "-9999999999999.99", max = "9999999999999.99") @Scale(2) BigDecimal> amounts,
            @ForAll @BigRange(min = "0", max = "9999999999") @Scale(5) BigDecimal quantity) {
        var lines = amounts.stream()
                .map(amount ->
                        new Values(Map.of("amount", new Value.Number(amount), "quantity", new Value.Number(quantity))))
                .toList();
        var values = new Values(Map.of("lines", new Value.Lines(lines)));
        assertThat(readBack(new Request.Add("1", Invoice.TYPE, values, "m"))).isEqualTo(values);
    }
}
