package dev.relink.quickbooks.online.rest;

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
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class OnlineProperties {

    private static final OnlineConnector ONLINE = new OnlineConnector();
    private static final String MARKER = "2b0f8e0c-8f4e-8c3d-9a56-1e6a0d3a7b11";

    private static Row.Found readBack(Request.Add add) {
        var call = Plan.of(ONLINE.write(new MessageSet("A", null, List.of(add)), "75"))
                .calls()
                .getFirst();
        var answer = "{\"answers\":[{\"requests\":[\"1\"],\"status\":200,\"body\":{\"%s\":%s}}]}"
                .formatted(add.type().online(), call.body());
        try (var read = ONLINE.read(new StringReader(answer), Map.of("1", add))) {
            return (Row.Found) read.next().rows().next();
        }
    }

    @Property(tries = 500)
    void whatever_a_record_holds_it_is_read_back_and_so_is_its_marker(
            @ForAll @NotEmpty @StringLength(max = 60) String name, @ForAll @StringLength(max = 60) String notes) {
        var values = new Values(
                Map.of("name", new Value.Text("x" + name + "x"), "notes", new Value.Text("y" + notes + "y")));
        var found = readBack(new Request.Add("1", Customer.TYPE, values, MARKER));
        assertThat(found.values()).isEqualTo(values);
        assertThat(found.marker()).isEqualTo(MARKER);
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
        var read = readBack(new Request.Add("1", Invoice.TYPE, values, MARKER)).values();
        assertThat(read).isEqualTo(values);
    }

    @Property(tries = 300)
    void a_name_with_quotes_stays_one_value_of_a_query(@ForAll @StringLength(max = 30) String name) {
        var quoted = Queries.quoted(name + "'\\");
        var inner = quoted.substring(1, quoted.length() - 1);
        assertThat(inner.replaceAll("(?s)\\\\.", "")).doesNotContain("'").doesNotContain("\\");
        assertThat(inner.replaceAll("(?s)\\\\(.)", "$1")).isEqualTo(name + "'\\");
    }
}
