package dev.relink.simulator.online;

import static dev.relink.simulator.online.TestRealm.idOf;
import static dev.relink.simulator.online.TestRealm.sparse;
import static dev.relink.simulator.online.TestRealm.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds the shape of what the realm answers against what the real service answered. */
class FixturesTest {
    private static final List<Path> PLACES =
            List.of(Path.of("../../shared/fixtures/online"), Path.of("../../../shared/fixtures/online"));
    /** What minor version 75 no longer answers. */
    private static final Set<String> REMOVED = Set.of("Lat", "Long");

    private final TestRealm realm = new TestRealm();

    private static Path folder() {
        return PLACES.stream().filter(Files::isDirectory).findFirst().orElse(PLACES.getFirst());
    }

    @BeforeEach
    void fixtures_are_there() {
        assumeTrue(
                Files.isDirectory(folder()),
                "no folder of recorded messages at " + folder() + ": nothing to compare with");
    }

    private static JsonNode recorded(String file) throws IOException {
        JsonNode message = TestRealm.JSON.readTree(Files.readString(folder().resolve(file)));
        return message.has("response") ? message.path("response").path("body") : message;
    }

    /** The names of all properties, with where they stand; an array by what is in it. */
    private static Set<String> shape(JsonNode node) {
        var shape = new TreeSet<String>();
        shape("", node, shape);
        return shape;
    }

    private static void shape(String path, JsonNode node, Set<String> shape) {
        for (var field : node.properties()) {
            if (!REMOVED.contains(field.getKey())) {
                shape.add(path + "/" + field.getKey());
                shape(path + "/" + field.getKey(), field.getValue(), shape);
            }
        }
        if (node.isArray()) {
            node.forEach(each -> shape(path, each, shape));
        }
    }

    private static void assertSameShape(JsonNode ours, String file) throws IOException {
        assertThat(shape(ours)).as(file).isEqualTo(shape(recorded(file)));
    }

    private JsonNode amy() {
        return realm.post(
                        "customer",
                        "{'DisplayName':'Amy','GivenName':'Amy','FamilyName':'Lauterbach','CompanyName':'Birds',"
                                + "'PrimaryPhone':{'FreeFormNumber':'(650) 555-3311'},'PrimaryEmailAddr':{'Address':'birds@example.com'},"
                                + "'BillAddr':{'Line1':'4581 Finch St.','City':'Bayshore','CountrySubDivisionCode':'CA','PostalCode':'94326'},"
                                + "'ShipAddr':{'Line1':'4581 Finch St.','City':'Bayshore','CountrySubDivisionCode':'CA','PostalCode':'94326'}}")
                .object("Customer");
    }

    @Test
    void a_customer_is_made_read_and_changed_as_recorded() throws IOException {
        var made = realm.post("customer?requestid=", "{'DisplayName':'Doe5, Jane'}");
        assertSameShape(made.json(), "rec-create-customer-0.json");
        JsonNode customer = made.object("Customer");
        assertSameShape(
                realm.get("customer/" + idOf(customer) + "?minorversion=8").json(), "rec-update-customer-0.json");
        var changed = realm.post(
                "customer",
                target(customer, "'DisplayName':'Jack Moe','PrimaryPhone':{'FreeFormNumber':'(415) 444-1234'}"));
        assertSameShape(changed.json(), "rec-update-customer-1.json");
    }

    @Test
    void an_invoice_is_made_voided_and_deleted_as_recorded() throws IOException {
        JsonNode amy = amy();
        var made = realm.post("invoice", realm.invoiceBody(amy, "100.0"));
        assertSameShape(made.json(), "rec-create-invoice-0.json");
        JsonNode invoice = made.object("Invoice");
        var empty = realm.post("invoice?operation=void", target(invoice, ""));
        assertSameShape(empty.json(), "rec-void-invoice-1.json");
        assertSameShape(
                realm.post("invoice?operation=delete", target(empty.object("Invoice"), ""))
                        .json(),
                "rec-delete-invoice-1.json");
        assertSameShape(realm.get("invoice/" + idOf(invoice)).json(), "fault-610-deleted.json");
    }

    @Test
    void a_sales_receipt_is_updated_in_full_as_recorded() throws IOException {
        String line =
                "{'Description':'Custom Design','Amount':337.5,'DetailType':'SalesItemLineDetail','SalesItemLineDetail':"
                        + "{'ItemRef':{'value':'" + realm.item() + "'},'UnitPrice':75,'Qty':4.5}}";
        JsonNode receipt = realm.post("salesreceipt", "{'Line':[" + line + "]}").object("SalesReceipt");
        var changed =
                realm.post("salesreceipt?minorversion=4&requestid=a90bfae9", target(receipt, "'Line':[" + line + "]"));
        assertSameShape(changed.json(), "rec-update-sales_receipt-1.json");
    }

    @Test
    void queries_are_answered_as_recorded() throws IOException {
        amy();
        assertSameShapeBut(
                realm.query("SELECT * FROM Customer WHERE DisplayName = 'Amy'").json(),
                "rec-get-display_name-0.json",
                Set.of("/QueryResponse/Customer/DefaultTaxCodeRef", "/QueryResponse/Customer/DefaultTaxCodeRef/value"));
        assertSameShape(realm.query("SELECT COUNT(*) FROM Vendor").json(), "rec-all-vendors_by_5-0.json");
        assertSameShape(
                realm.query(
                                "SELECT * FROM Customer WHERE Id IN ('5', '6') AND Active IN ( true, false ) MAXRESULTS 2 STARTPOSITION 7")
                        .json(),
                "rec-all-alt_select-4.json");
    }

    /** The sandbox company is older than the default that every customer has today. */
    private static void assertSameShapeBut(JsonNode ours, String file, Set<String> newer) throws IOException {
        Set<String> shape = shape(ours);
        shape.removeAll(newer);
        assertThat(shape).as(file).isEqualTo(shape(recorded(file)));
    }

    @Test
    void an_employee_who_is_inactive_already_is_answered_as_recorded() throws IOException {
        JsonNode emily = realm.post("employee", "{'GivenName':'Emily','FamilyName':'Platt'}")
                .object("Employee");
        JsonNode inactive =
                realm.post("employee", sparse(emily, "'Active':false")).object("Employee");
        var again = realm.post("employee", sparse(inactive, "'Active':false"));
        assertSameShape(again.json(), "rec-deactivate-employee-1.json");
        assertThat(again.object("Employee").path("SyncToken")).isEqualTo(inactive.path("SyncToken"));
        assertThat(again.object("Employee").path("DisplayName").asString())
                .isEqualTo(recorded("rec-deactivate-employee-1.json")
                        .path("Employee")
                        .path("DisplayName")
                        .asString());
    }

    @Test
    void a_batch_is_answered_as_recorded() throws IOException {
        JsonNode receipt = realm.post("salesreceipt", "{'Line':[" + TestRealm.line("400", realm.item()) + "]}")
                .object("SalesReceipt");
        realm.control("save", "{\"type\":\"salesreceipt\",\"id\":\"" + idOf(receipt) + "\"}");
        JsonNode ours = realm.post(
                        "batch",
                        "{'BatchItemRequest':[{'bId':'bid1','operation':'create','Vendor':{'DisplayName':'Boraski Family Store'}},"
                                + "{'bId':'bid2','operation':'delete','Invoice':{'Id':'129','SyncToken':'0'}},"
                                + "{'bId':'bid3','operation':'update','SalesReceipt':"
                                + sparse(receipt, "'PrivateNote':'A private note.'") + "},"
                                + "{'bId':'bid4','Query':'select * from SalesReceipt where TotalAmt > \\u0027300.00\\u0027'}]}")
                .json();
        JsonNode theirs = recorded("rec-batch-basic-0.json");
        for (int i = 0; i < 3; i++) {
            assertThat(shape(ours.path("BatchItemResponse").path(i)))
                    .isEqualTo(shape(theirs.path("BatchItemResponse").path(i)));
        }
        assertThat(ours.path("BatchItemResponse").path(1))
                .isEqualTo(theirs.path("BatchItemResponse").path(1));
        assertThat(ours.path("BatchItemResponse")
                        .path(3)
                        .path("QueryResponse")
                        .path("maxResults")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void faults_read_as_recorded() throws IOException {
        amy();
        assertThat(realm.query("SELECT * FROM Custmoer").json().path("Fault"))
                .isEqualTo(recorded("rec-error-400-1.json").path("Fault"));
        assertThat(realm.get("customer/1.5").json()).isEqualTo(recorded("rec-error-500-1.json"));
        assertThat(realm.post("customer", "{'DisplayName':'Amy'}").json().path("Fault"))
                .isEqualTo(recorded("rec-error-validation-0.json").path("Fault"));
        assertSameShape(realm.post("invoice", "{'BadJson':true}").json(), "rec-error-400_json-0.json");
        realm.trouble("throttled");
        JsonNode throttled = realm.get("preferences").json();
        assertThat(throttled.path("fault"))
                .isEqualTo(recorded("fault-429-gateway.json").path("fault"));
        assertSameShape(throttled, "fault-429-gateway.json");
        realm.control("expire-access", "{}");
        assertSameShape(realm.get("preferences").json(), "rec-error-401-0.json");
        var other = new TestRealm();
        realm.token = other.token;
        assertThat(realm.get("preferences").json().path("fault"))
                .isEqualTo(recorded("fault-403-gateway.json").path("fault"));
    }

    @Test
    void changes_of_an_estimate_come_as_recorded() throws IOException {
        JsonNode amy = amy();
        realm.post("estimate", realm.invoiceBody(amy, "300")).object("Estimate");
        JsonNode ours = realm.get("cdc?changedSince=2011-10-10T09:00:00-07:00&entities=estimate")
                .json();
        Set<String> theirs = shape(recorded("rec-cdc-basic-0.json"));
        assertThat(theirs)
                .containsAll(List.of(
                        "/CDCResponse/QueryResponse/Estimate/Line/Amount", "/CDCResponse/QueryResponse/maxResults"));
        Set<String> more = shape(ours);
        more.removeAll(theirs);
        more.removeIf(path -> path.contains("Addr/"));
        assertThat(more).as("nothing that no recorded estimate has").isEmpty();
    }

    @Test
    void the_discovery_document_a_payment_and_the_preferences_have_what_the_samples_have() throws IOException {
        JsonNode places = TestRealm.call("GET", "/online/.well-known/openid_configuration", "")
                .json();
        assertSameShape(places, "oauth-discovery.json");
        JsonNode amy = amy();
        JsonNode ours = realm.post("payment", TestRealm.paymentBody(amy, "25", realm.invoice(amy, "25")))
                .json();
        Set<String> missing = shape(recorded("doc-payment.json"));
        missing.removeAll(shape(ours));
        assertThat(missing)
                .as("a method was not given")
                .containsExactlyInAnyOrder("/Payment/PaymentMethodRef", "/Payment/PaymentMethodRef/value");
        assertThat(shape(realm.get("preferences").json()))
                .contains(
                        "/Preferences/SalesFormsPrefs/CustomTxnNumbers",
                        "/Preferences/CurrencyPrefs/HomeCurrency/value");
    }
}
