package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.platform.HandClock;
import dev.relink.simulator.desktop.Application;
import dev.relink.simulator.desktop.CompanyFile;
import dev.relink.simulator.webconnector.Ending;
import dev.relink.simulator.webconnector.Fault;
import dev.relink.simulator.webconnector.Run;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The wrong books, old books, or no books at all: nothing is written, and the connection says why. */
class CompanyFileStoryTest {

    private final HandClock pc = new HandClock(Instant.now());
    private final Story story = Story.begins(pc);

    @BeforeEach
    void one_customer_is_synced() {
        story.sends(customer("1", "Hollis, Margaret")).webConnectorRuns().everythingIsSynced();
    }

    @Test
    void nothing_is_written_into_another_company_file_until_the_right_one_is_open_again() {
        Books right = story.books();
        var other = new Books(CompanyFile.create("Cedar Valley", Clock.systemUTC()));
        story.sends(customer("2", "Tran, Peter")).opens(other).run();
        assertThat(other.list("Customer")).isEmpty();
        assertThat(story.connection().get("state").asString()).isEqualTo("stopped");
        assertThat(story.connection().get("because").asString()).isEqualTo("wrong-company-file");
        assertThat(story.connection().get("detail").asString()).contains("Cedar Valley");
        assertThat(story.lastRun().said()).contains("Nothing was sent");
        assertThat(story.errors()).isEmpty();

        story.opens(right).webConnectorRuns().everythingIsSynced();
        assertThat(right.list("Customer")).hasSize(2);
    }

    @Test
    void nothing_is_written_into_a_file_with_another_file_id() {
        story.sends(customer("2", "Tran, Peter")).webConnectorRunsWith(Fault.WRONG_FILE_ID);
        assertThat(story.books().list("Customer")).hasSize(1);
        assertThat(story.connection().get("because").asString()).isEqualTo("wrong-company-file");
        story.webConnectorRuns().everythingIsSynced();
    }

    @Test
    void a_first_call_that_says_nothing_of_the_company_is_followed_by_a_question() {
        story.sends(customer("2", "Tran, Peter")).webConnectorRunsWith(Fault.EMPTY_HCP);
        story.everythingIsSynced();
    }

    @Test
    void another_file_is_noticed_even_when_the_first_call_says_nothing_of_the_company() {
        var other = new Books(CompanyFile.create("Cedar Valley", Clock.systemUTC()));
        story.sends(customer("2", "Tran, Peter")).opens(other).webConnectorRunsWith(Fault.EMPTY_HCP);
        assertThat(other.list("Customer")).isEmpty();
        assertThat(story.connection().get("because").asString()).isEqualTo("wrong-company-file");
    }

    /** What the restored file does not have is found before anything is sent for it. */
    @Test
    void a_restored_backup_is_noticed_and_written_to_only_when_an_administrator_confirms_it() {
        aBackupIsRestored();
        pc.forward(Duration.ofSeconds(1));
        story.run();
        assertThat(story.books().names("Customer")).containsExactly("Hollis, Margaret");

        Api.ADMIN.post(story.path("/connection/confirm-company-file"), "");
        story.webConnectorRuns();
        assertThat(story.books().names("Customer")).containsExactly("Bauer, Max", "Hollis, Margaret");
        assertThat(story.errors()).as(story.told()).containsExactly("desktop:3120 customer/2");
        assertThat(story.error("customer/2").message()).contains("does not have \"Tran, Peter\"");
        story.clearsIds("customer/2").webConnectorRuns();
        assertThat(story.state("customer/2")).isEqualTo("synced");
        assertThat(story.books().twins()).isEmpty();
    }

    /** Made within the same second it gets the very ID, and the change of customer/2 in the same set lands on it. */
    @Test
    void an_id_that_quickbooks_gives_to_a_new_record_is_taken_off_the_record_that_had_it() {
        aBackupIsRestored();
        String id = story.boundTo("customer/2");
        Api.ADMIN.post(story.path("/connection/confirm-company-file"), "");
        story.webConnectorRuns();
        assertThat(story.boundTo("customer/5")).isEqualTo(id);
        assertThat(story.books().names("Customer"))
                .as("written over, and put right")
                .containsExactly("Bauer, Max", "Hollis, Margaret");
        assertThat(story.errors()).as(story.told()).containsExactly("desktop:relink-id-taken customer/2");
        assertThat(story.error("customer/2").message()).contains(id, "customer 5");

        story.repairs("send-again", Map.of(), "customer/2").webConnectorRuns();
        assertThat(story.state("customer/2")).as(story.told()).isEqualTo("synced");
        assertThat(story.books().names("Customer")).containsExactly("Bauer, Max", "Hollis, Margaret", "Tran, Peter");
        assertThat(story.books().twins()).isEmpty();
    }

    /** A record that is only bound, and has no part in the set, loses its ID as well. */
    @Test
    void the_record_that_had_the_id_is_told_even_when_nothing_was_sent_for_it() {
        aBackupIsRestored();
        Api.ADMIN.post(story.path("/connection/confirm-company-file"), "");
        story.sends(customer("6", "Lund, Eva"), customer("7", "Park, Joon")).webConnectorRuns();
        assertThat(story.errors())
                .as(story.told())
                .containsExactly(
                        "desktop:relink-id-taken customer/2",
                        "desktop:relink-id-taken customer/3",
                        "desktop:relink-id-taken customer/4");
        story.repairs("send-again", Map.of(), "customer/2", "customer/3", "customer/4")
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.books().list("Customer")).hasSize(7);
    }

    private void aBackupIsRestored() {
        var backup = story.books().bookkeeper().snapshot();
        story.sends(customer("2", "Tran, Peter"), customer("3", "Okafor, Ada"), customer("4", "Ruiz, Ana"))
                .webConnectorRuns();
        story.books().bookkeeper().restore(backup);
        story.sends(customer("5", "Bauer, Max"), customer("2", "Tran, Peter").phone("555-0100"))
                .run();
        assertThat(story.books().names("Customer")).containsExactly("Hollis, Margaret");
        assertThat(story.connection().get("because").asString()).isEqualTo("restored-company-file");
    }

    @Test
    void a_rebuilt_file_is_confirmed_and_every_record_is_looked_up_in_it_before_it_is_written_to() {
        Books rebuilt = withFileId("Acme Tree Care", "{11111111-2222-3333-4444-555555555555}");
        rebuilt.adds("Somebody Else");
        story.sends(customer("1", "Hollis, Margaret").phone("555-0100"), customer("2", "Tran, Peter"))
                .opens(rebuilt)
                .run();
        assertThat(story.connection().get("because").asString()).isEqualTo("wrong-company-file");
        assertThat(story.connection().get("detail").asString()).contains("an administrator confirms it");
        assertThat(rebuilt.names("Customer")).containsExactly("Somebody Else");

        Api.ADMIN.post(story.path("/connection/confirm-company-file"), "");
        Books third = withFileId("Acme Tree Care", "{99999999-2222-3333-4444-555555555555}");
        story.opens(third).run();
        assertThat(story.connection().get("because").asString())
                .as("confirmed was the other one")
                .isEqualTo("wrong-company-file");
        assertThat(third.list("Customer")).isEmpty();

        story.opens(rebuilt).webConnectorRuns();
        assertThat(story.errors()).as(story.told()).containsExactly("desktop:3120 customer/1");
        assertThat(story.error("customer/1").message())
                .as("QuickBooks gave the same ID there, within the same second")
                .contains("has \"Somebody Else\" under the ID", "not \"Hollis, Margaret\"");
        assertThat(rebuilt.names("Customer")).containsExactly("Somebody Else", "Tran, Peter");
        story.clearsIds("customer/1").webConnectorRuns().everythingIsSynced();
        assertThat(rebuilt.names("Customer")).containsExactly("Hollis, Margaret", "Somebody Else", "Tran, Peter");
    }

    private Books withFileId(String name, String fileId) {
        var books = new Books(CompanyFile.create(name, pc));
        books.file()
                .session(new Application("Relink", story.qwc().ownerId(), fileId))
                .register();
        return books;
    }

    @Test
    void an_older_copy_in_which_the_records_still_stand_is_noticed_too() {
        var backup = story.books().bookkeeper().snapshot();
        pc.forward(Duration.ofSeconds(1)); // an EditSequence changes at most once a second
        story.sends(customer("1", "Hollis, Margaret").phone("555-0100")).webConnectorRuns();
        story.books().bookkeeper().restore(backup);
        story.sends(customer("1", "Hollis, Margaret").phone("555-0101")).run();
        assertThat(story.books().field(story.boundTo("customer/1"), "Phone")).isEmpty();
        assertThat(story.connection().get("because").asString()).isEqualTo("restored-company-file");
    }

    @Test
    void quickbooks_closed_is_one_problem_of_the_connection_and_none_of_the_records() {
        story.sends(customer("2", "Tran, Peter"), customer("3", "Okafor, Ada"));
        story.webConnectorRunsWith(Fault.QUICKBOOKS_CLOSED);
        Run run = story.lastRun();
        assertThat(run.ending()).isEqualTo(Ending.QUICKBOOKS_NOT_OPENED);
        assertThat(story.errors()).isEmpty();
        assertThat(story.connection().at("/problem/code").asString()).isEqualTo("hresult:0x80040408");
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.connection().get("problem").isNull()).isTrue();
    }

    @Test
    void a_dialog_in_quickbooks_is_one_problem_of_the_connection() {
        story.sends(customer("2", "Tran, Peter")).webConnectorRunsWith(Fault.MODAL_DIALOG);
        assertThat(story.errors()).isEmpty();
        assertThat(story.connection().at("/problem/code").asString()).isEqualTo("hresult:0x80040414");
        story.webConnectorRuns().everythingIsSynced();
    }
}
