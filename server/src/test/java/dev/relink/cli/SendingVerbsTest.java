package dev.relink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendingVerbsTest {

    private final BrokenLinks willow = new BrokenLinks("ash");
    private final Terminal terminal = willow.terminal;

    @TempDir
    private Path folder;

    @Test
    void a_company_is_made_and_its_password_is_shown_once() {
        var made = terminal.does("companies", "add", willow.company + "-b", "--name", "Beech Ltd");
        assertThat(made.out()).contains("Beech Ltd", "User name", "Password");
        assertThat(terminal.does("companies", "qwc", willow.company + "-b").out())
                .contains("<QBWCXML");

        var taken = terminal.run("companies", "add", willow.company + "-b", "--name", "Beech Ltd");
        assertThat(taken.code()).isEqualTo(1);
        assertThat(taken.err()).contains(willow.company + "-b");
        assertThat(terminal.run("companies", "add", "x").code()).isEqualTo(2);
    }

    @Test
    void a_record_is_sent_from_a_file_or_as_it_is_typed() throws IOException {
        Path file = Files.writeString(folder.resolve("rowan.json"), "{\"name\":\"Rowan\"}");
        assertThat(terminal.does("records", "put", "customer", "rowan", file.toString())
                        .out())
                .contains("customer rowan: pending");
        assertThat(terminal.typing("{\"name\":\"Rowan\"}")
                        .does("records", "put", "customer", "rowan", "-")
                        .out())
                .contains("unchanged");
        assertThat(terminal.does("records", "customer", "rowan").out()).contains("Rowan", "pending", "\"name\"");
    }

    @Test
    void a_record_with_unknown_fields_is_refused_by_their_names() {
        var said = terminal.typing("{\"nam\":\"Rowan\"}").run("records", "put", "customer", "rowan", "-");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("/nam ", "/name ");
        assertThat(terminal.run("records", "put", "customer", "rowan", folder + "/none")
                        .err())
                .contains("There is no readable file");
    }

    @Test
    void of_many_records_the_good_ones_are_kept_and_the_bad_ones_told_by_line() throws IOException {
        Path lines = Files.writeString(folder.resolve("lines.ndjson"), """
                {"type":"customer","id":"1","record":{"name":"One"}}
                {"type":"customer","id":"2","record":{}}
                """);
        var said = terminal.run("records", "load", lines.toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("1 accepted, 0 unchanged, 1 rejected.");
        assertThat(said.err()).contains("line 2", "/name ");
        assertThat(terminal.does("pending").out()).contains("One");
    }

    @Test
    void a_record_that_the_app_deleted_is_told() {
        assertThat(terminal.does("records", "delete", "customer", "ash").out()).contains("customer ash: ");
        assertThat(terminal.run("records", "delete", "customer", "none").err()).contains("There is no customer");
    }

    @Test
    void bindings_go_out_and_come_back() {
        String csv = terminal.does("bindings", "export").out();
        assertThat(csv).startsWith("type,id,quickbooksId").contains("OLD-ash");
        assertThat(terminal.does("bindings", "--q", "OLD-ash").out()).contains("OLD-ash");

        var said = terminal.typing(csv + "customer,none,80000001-1,,,\n").run("bindings", "import", "-");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("accepted", "refused", "customer");
        assertThat(said.err()).contains("1 of 2 refused.");
        assertThat(terminal.typing("a,b\n").run("bindings", "import", "-").err())
                .contains("columns type, id");
    }

    @Test
    void a_run_is_asked_for() {
        assertThat(terminal.does("run").out()).contains("at the next visit of the Web Connector");
        assertThat(terminal.run("run", "--company", "nowhere").code()).isEqualTo(1);
    }

    @Test
    void a_token_is_made_shown_once_listed_and_ended() {
        var made = terminal.does("tokens", "add", "till", "--role", "operator", "--for", willow.company);
        assertThat(made.out()).doesNotContain(" ");
        assertThat(made.err()).contains("Shown this once");
        String id = made.err().replaceAll("(?s).*revoke (\\d+).*", "$1");
        assertThat(terminal.does("tokens").out())
                .contains("till")
                .doesNotContain(made.out().strip());

        terminal.does("tokens", "revoke", id);
        assertThat(terminal.run("tokens", "revoke", id).err()).contains("There is no token");
        assertThat(terminal.run("tokens", "add", "till", "--role", "king").err())
                .contains("/role");
    }
}
