package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.company.WebConnectorAccount;
import dev.relink.platform.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A company named acme with work to do, behind an endpoint over real HTTP and a real database. */
abstract class EndpointTest {

    static final String FILE = "C:\\Books\\Acme Tree Care.qbw";

    final TestDatabase database = TestDatabase.fresh();
    final ScriptedCycles cycles = new ScriptedCycles();
    final Endpoint endpoint = new Endpoint(database.dataSource(), cycles);
    final SoapClient client = endpoint.client();
    final WebConnectorAccount.SignIn acme = endpoint.company("acme", FILE);

    @BeforeEach
    void work() {
        endpoint.work("acme", true);
    }

    @AfterEach
    void stop() throws Exception {
        endpoint.close();
        database.close();
    }

    /** Signs in as acme; its ticket. */
    String ticket() {
        var strings = client.authenticate("acme", acme.password()).strings();
        if (!strings.get(1).equals(FILE)) {
            throw new AssertionError(strings);
        }
        return strings.getFirst();
    }
}
