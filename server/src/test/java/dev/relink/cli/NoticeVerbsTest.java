package dev.relink.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import org.junit.jupiter.api.Test;

/** Who is told, from the command line. */
class NoticeVerbsTest {

    private final BrokenLinks books = new BrokenLinks("elm");
    private final Terminal terminal = books.terminal;

    @Test
    void a_webhook_is_added_changed_tested_and_removed() {
        assertThat(terminal.does("webhooks").out()).contains("No program is told");
        var added = terminal.does("webhooks", "add", "https://hooks.example.invalid/a", "--notices", "causes,silence");
        assertThat(added.out().strip()).startsWith("whsec_");
        String id = terminal.does("webhooks", "--json").json().at("/items/0/id").asString();
        assertThat(added.err()).contains("webhooks test " + id);

        terminal.does("webhooks", "change", id, "--url", "https://hooks.example.invalid/b");
        var after = terminal.does("webhooks", "--json").json().at("/items/0");
        assertThat(after.at("/url").asString()).endsWith("/b");
        assertThat(after.at("/notices")).hasSize(2);
        assertThat(terminal.does("webhooks").out())
                .contains("causes, silence", "on")
                .doesNotContain("whsec_");

        assertThat(terminal.does("webhooks", "secret", id).out().strip())
                .startsWith("whsec_")
                .isNotEqualTo(added.out().strip());
        terminal.does("webhooks", "test", id);
        var sent = terminal.does("notices", "--json").json().at("/items/0");
        assertThat(sent.at("/subject").asString()).isEqualTo("Test");
        terminal.does("notices", "again", sent.at("/id").asString());
        assertThat(terminal.does("notices").out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Text.WIDTH));

        assertThat(terminal.does("webhooks", "remove", id).out()).contains("is removed");
        assertThat(terminal.run("webhooks", "change", id, "--every", "60").err())
                .contains("There is no webhook " + id);
    }

    @Test
    void an_address_that_is_none_is_refused_with_the_field() {
        assertThat(terminal.run("webhooks", "add", "http://10.0.0.1/").err()).contains("https://");
        assertThat(terminal.run("webhooks", "add", "https://hooks.example.invalid/", "--notices", "gossip")
                        .err())
                .contains("gossip");
    }

    @Test
    void somebody_gets_mail_and_no_more() {
        assertThat(terminal.does("subscriptions").out()).contains("Nobody gets mail");
        assertThat(terminal.does("subscriptions", "add", RunningRelink.ADMIN_EMAIL, "--every", "60")
                        .out())
                .contains("causes, silence, recovery", "every 60 minutes");
        assertThat(terminal.does("subscriptions").out()).contains(RunningRelink.ADMIN_EMAIL);
        assertThat(terminal.does("subscriptions", "remove", RunningRelink.ADMIN_EMAIL)
                        .out())
                .contains("no more mail");
        assertThat(terminal.run("subscriptions", "add", "nobody@example.invalid")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void the_hours_of_silence_are_told_and_set() {
        assertThat(terminal.does("notices", "silence").out()).contains("after 26 hours");
        assertThat(terminal.does("notices", "silence", "5").out()).contains("after 5 hours");
        assertThat(terminal.run("notices", "silence", "5000").err()).contains("silentAfterHours");
    }
}
