package dev.relink.simulator.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relink.simulator.desktop.Application;
import dev.relink.simulator.desktop.CompanyFile;
import dev.relink.simulator.webconnector.Fault;
import dev.relink.simulator.webconnector.Faults;
import dev.relink.simulator.webconnector.QuickBooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TroubledQuickBooksTest {
    private static final Application RELINK = new Application(
            "Relink", "{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}", "{90A44FB5-33D9-4815-AC85-BC87A7E7D1EB}");
    private static final String TWO = """
            <?xml version="1.0"?><?qbxml version="13.0"?><QBXML><QBXMLMsgsRq onError="continueOnError">\
            <CustomerAddRq requestID="1"><CustomerAdd><Name>Anna</Name></CustomerAdd></CustomerAddRq>\
            <CustomerAddRq requestID="2"><CustomerAdd><Name>Bert</Name></CustomerAdd></CustomerAddRq></QBXMLMsgsRq></QBXML>""";

    private final CompanyFile books = Business.NONE.open("Acme Tree Care");
    private final CompanyFile cedar = Business.NONE.open("Cedar Valley");
    private final Faults faults = new Faults();
    private final List<Duration> pauses = new ArrayList<>();
    private final QuickBooks quickBooks = new TroubledQuickBooks(() -> books, () -> cedar, RELINK, faults, pauses::add);

    @BeforeEach
    void register() {
        books.session(RELINK).register();
    }

    private List<String> customers() {
        return books.bookkeeper().list("Customer", "", 0, 100).rows().stream()
                .map(row -> row.name())
                .toList();
    }

    private static void refusedWith(String hresult, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        QuickBooks.Refused.class, e -> assertThat(e.hresult()).isEqualTo(hresult));
    }

    @Test
    void without_trouble_it_says_who_it_is_and_does_what_it_is_asked() throws QuickBooks.Refused {
        QuickBooks.Session session = quickBooks.begin("");
        assertThat(session.companyFile()).endsWith("\\Acme Tree Care.qbw");
        assertThat(session.hostCompanyPreferences()).contains(RELINK.fileId());
        session.process(TWO);
        assertThat(customers()).containsExactly("Anna", "Bert");
    }

    @Test
    void closed_or_behind_a_dialog_nobody_gets_in() {
        faults.set(Fault.QUICKBOOKS_CLOSED);
        refusedWith("0x80040408", () -> quickBooks.begin(""));
        faults.clear();
        faults.set(Fault.MODAL_DIALOG);
        refusedWith("0x80040414", () -> quickBooks.begin(""));
    }

    @Test
    void with_another_file_open_a_path_is_refused_and_no_path_gets_the_other_file() throws QuickBooks.Refused {
        String path = TroubledQuickBooks.path(books);
        assertThat(quickBooks.begin(path).companyFile()).isEqualTo(path);
        faults.set(Fault.OTHER_FILE_OPEN);
        refusedWith("0x8004040A", () -> quickBooks.begin(path));
        assertThat(quickBooks.begin("").hostCompanyPreferences())
                .contains("Cedar Valley")
                .doesNotContain(RELINK.fileId());
    }

    @Test
    void dying_in_the_middle_does_the_first_writes_and_tells_nobody() throws QuickBooks.Refused {
        faults.set(Fault.LOSE_ANSWER_AFTER);
        QuickBooks.Session session = quickBooks.begin("");
        assertThatThrownBy(() -> session.process(TWO)).isInstanceOf(QuickBooks.Died.class);
        assertThat(customers()).containsExactly("Anna");
    }

    @Test
    void a_lost_ticket_does_the_first_writes_and_answers_an_hresult() throws QuickBooks.Refused {
        faults.set(Fault.TICKET_LOST);
        QuickBooks.Session session = quickBooks.begin("");
        refusedWith("0x8004040D", () -> session.process(TWO));
        assertThat(customers()).containsExactly("Anna");
    }

    @Test
    void a_refused_set_does_nothing_and_the_next_one_is_done() throws QuickBooks.Refused {
        faults.set(Fault.SET_REFUSED);
        QuickBooks.Session session = quickBooks.begin("");
        refusedWith("0x80040400", () -> session.process(TWO));
        assertThat(customers()).isEmpty();
        session.process(TWO);
        assertThat(customers()).hasSize(2);
    }

    @Test
    void a_busy_quickbooks_takes_nothing_once_and_everything_after_that() throws QuickBooks.Refused {
        faults.set(Fault.BUSY);
        QuickBooks.Session session = quickBooks.begin("");
        refusedWith("0x8001010A", () -> session.process(TWO));
        assertThat(customers()).isEmpty();
        session.process(TWO);
        assertThat(customers()).hasSize(2);
    }

    @Test
    void a_wrong_file_id_is_told_while_the_fault_stands() throws QuickBooks.Refused {
        faults.set(Fault.WRONG_FILE_ID);
        assertThat(quickBooks.begin("").hostCompanyPreferences()).doesNotContain(RELINK.fileId());
        faults.clear();
        assertThat(quickBooks.begin("").hostCompanyPreferences()).contains(RELINK.fileId());
    }

    @Test
    void slow_waits_before_each_set() throws QuickBooks.Refused {
        faults.set(Fault.SLOW);
        quickBooks.begin("").process(TWO);
        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
    }
}
