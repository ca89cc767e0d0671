package dev.relink.quickbooks.desktop.webconnector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.company.CompanyId;
import dev.relink.platform.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers on one database, behind a proxy that sends each call to either: any server may answer any call. */
class TwoServersTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final ScriptedCycles cycles = new ScriptedCycles();
    private final Endpoint one = new Endpoint(database.dataSource(), cycles);
    private final Endpoint two = new Endpoint(database.dataSource(), cycles);
    private final SoapClient here = one.client();
    private final SoapClient there = two.client();
    private final String password = one.company("acme", "").password();

    TwoServersTest() {
        one.work("acme", true);
    }

    @AfterEach
    void stop() throws Exception {
        one.close();
        two.close();
        database.close();
    }

    @Test
    void a_visit_goes_on_at_either_server() {
        cycles.sends("<a/>", "<b/>").answers(50, 100);
        String ticket = here.authenticate("acme", password).strings().getFirst();
        assertThat(there.sendRequest(ticket, "").result()).isEqualTo("<a/>");
        assertThat(here.receive(ticket, "<c/>").result()).isEqualTo("50");
        assertThat(there.receive(ticket, "<c/>").result()).as("repeated").isEqualTo("50");
        assertThat(here.sendRequest(ticket, "").result()).isEqualTo("<b/>");
        assertThat(there.receive(ticket, "<d/>").result()).isEqualTo("100");
        assertThat(here.close(ticket).result()).isEqualTo("OK");
        assertThat(there.close(ticket).result()).contains("is over");
        assertThat(cycles.told).containsOnlyOnce("begin acme 1", "accept 1 <c/>", "accept 1 <d/>", "end 1");
    }

    @Test
    void who_is_at_work_at_one_keeps_others_out_of_both_and_who_was_sent_away_is_known_to_both() {
        here.authenticate("acme", password);
        List<String> busy = there.authenticate("acme", password).strings();
        assertThat(busy.get(1)).isEqualTo("busy");
        assertThat(here.close(busy.getFirst()).result()).contains("Another Web Connector");
    }

    @Test
    void a_password_renewed_at_one_is_void_at_the_other() {
        String renewed =
                one.companies.renewPassword(new CompanyId("acme")).orElseThrow().password();
        assertThat(there.authenticate("acme", password).strings().get(1)).isEqualTo("nvu");
        assertThat(there.authenticate("acme", renewed).strings().get(1)).isEmpty();
    }

    @Test
    void companies_at_work_at_both_do_not_see_each_other() {
        String birchs = two.company("birch", "").password();
        two.work("birch", true);
        cycles.sends("<acme/>", "<birch/>");
        String acme = here.authenticate("acme", password).strings().getFirst();
        String birch = there.authenticate("birch", birchs).strings().getFirst();
        assertThat(there.sendRequest(acme, "").result()).isEqualTo("<acme/>");
        assertThat(here.sendRequest(birch, "").result()).isEqualTo("<birch/>");
        assertThat(here.sendRequest(birch.replace("birch.", "acme."), "").result())
                .isEmpty();
    }
}
