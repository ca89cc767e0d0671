package dev.relink.simulator.desktop;

import static dev.relink.simulator.desktop.Practice.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.simulator.desktop.qbxml.Element;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyFileTest {
    private final Practice practice = new Practice();

    @Test
    void a_saved_company_file_comes_back_the_same(@TempDir Path folder) throws IOException {
        String anna = practice.bookkeeper
                .add("Customer", "Anna", Map.of("BillAddress/City", "Rye"))
                .listId();
        practice.service("Pruning", "75.50");
        String invoice = text(practice.invoice("Anna", "100", "Pruning", "2"), "TxnID");
        practice.ok(Practice.payment("Anna", "51.00", invoice, "51.00"));
        practice.session.register();
        practice.file.save(folder.resolve("acme.xml"));

        Bookkeeper loaded =
                CompanyFile.load(folder.resolve("acme.xml"), practice.clock()).bookkeeper();
        assertThat(loaded.qbxml(anna)).isEqualTo(practice.bookkeeper.qbxml(anna));
        assertThat(loaded.qbxml(invoice)).isEqualTo(practice.bookkeeper.qbxml(invoice));
        assertThat(loaded.snapshot()).isEqualTo(practice.bookkeeper.snapshot());
    }

    @Test
    void a_restored_copy_does_not_know_what_came_after_the_backup() {
        Snapshot backup = practice.bookkeeper.snapshot();
        String listId = text(practice.customer("Anna"), "ListID");
        practice.bookkeeper.restore(backup);
        assertThat(practice.code("<CustomerQueryRq><ListID>" + listId + "</ListID></CustomerQueryRq>"))
                .isEqualTo("500");
    }

    @Test
    void the_first_answers_name_the_versions_the_company_and_its_file_id() {
        practice.session.register();
        Element messages = Practice.tree(practice.session.hostCompanyPreferences())
                .children()
                .getFirst();
        assertThat(messages.children())
                .extracting(answer -> answer.attribute("requestID"))
                .containsExactly("0", "1", "2");
        assertThat(messages.toString())
                .contains("<SupportedQBXMLVersion>13.0</SupportedQBXMLVersion>")
                .contains("<DataExtName>FileID</DataExtName>")
                .contains(Practice.RELINK.fileId());
    }
}
