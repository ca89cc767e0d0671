package dev.relink.simulator.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.intuit.ipp.core.Context;
import com.intuit.ipp.core.ServiceType;
import com.intuit.ipp.data.CompanyInfo;
import com.intuit.ipp.data.Customer;
import com.intuit.ipp.data.Invoice;
import com.intuit.ipp.data.Item;
import com.intuit.ipp.data.Line;
import com.intuit.ipp.data.LineDetailTypeEnum;
import com.intuit.ipp.data.LinkedTxn;
import com.intuit.ipp.data.OperationEnum;
import com.intuit.ipp.data.Payment;
import com.intuit.ipp.data.ReferenceType;
import com.intuit.ipp.data.SalesItemLineDetail;
import com.intuit.ipp.data.Vendor;
import com.intuit.ipp.exception.AuthenticationException;
import com.intuit.ipp.exception.FMSException;
import com.intuit.ipp.security.OAuth2Authorizer;
import com.intuit.ipp.services.BatchOperation;
import com.intuit.ipp.services.DataService;
import com.intuit.ipp.util.Config;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Intuit's own Java package, which we did not write, works with a realm, in JSON and in XML. It talks to this machine only. */
class IntuitSdkTest {
    private final TestRealm realm = new TestRealm();

    private DataService service(String format) throws FMSException {
        Config.setProperty(Config.BASE_URL_QBO, "http://localhost:" + TestRealm.port() + "/online/v3/company");
        Config.setProperty(Config.HTTP_TRANSPORT, "HTTP_URL_CONNECTION");
        Config.setProperty(Config.RETRY_FIXED_COUNT, "0");
        Config.setProperty(Config.SERIALIZATION_REQUEST_FORMAT, format);
        Config.setProperty(Config.SERIALIZATION_RESPONSE_FORMAT, format);
        return new DataService(new Context(new OAuth2Authorizer(realm.token), ServiceType.QBO, realm.id));
    }

    private static ReferenceType ref(String id) {
        var ref = new ReferenceType();
        ref.setValue(id);
        return ref;
    }

    private static Customer named(String name) {
        var customer = new Customer();
        customer.setDisplayName(name);
        return customer;
    }

    private Invoice invoice(Customer customer, String amount) {
        var detail = new SalesItemLineDetail();
        detail.setItemRef(ref(realm.item()));
        var line = new Line();
        line.setAmount(new BigDecimal(amount));
        line.setDetailType(LineDetailTypeEnum.SALES_ITEM_LINE_DETAIL);
        line.setSalesItemLineDetail(detail);
        var invoice = new Invoice();
        invoice.setCustomerRef(ref(customer.getId()));
        invoice.setLine(List.of(line));
        return invoice;
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml"})
    void a_customer_is_made_read_found_and_changed(String format) throws FMSException {
        DataService service = service(format);
        Customer made = service.add(named("Hollis, Margaret"));
        assertThat(made.getSyncToken()).isEqualTo("0");
        assertThat(service.findById(made).getFullyQualifiedName()).isEqualTo("Hollis, Margaret");
        var change = new Customer();
        change.setId(made.getId());
        change.setSyncToken("0");
        change.setSparse(true);
        change.setNotes("gate code");
        Customer changed = service.update(change);
        assertThat(changed.getSyncToken()).isEqualTo("1");
        assertThat(changed.getDisplayName()).isEqualTo("Hollis, Margaret");
        var found = service.executeQuery("select * from Customer where DisplayName like 'Hollis%'");
        assertThat(found.getEntities()).hasSize(1);
        assertThat(((Customer) found.getEntities().getFirst()).getNotes()).isEqualTo("gate code");
        assertThat(service.findAll(new Item())).extracting(Item::getName).containsExactly("Services");
        assertThat(service.findAll(new CompanyInfo()))
                .extracting(CompanyInfo::getCountry)
                .containsExactly("US");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml"})
    void an_invoice_is_paid_voided_and_deleted(String format) throws FMSException {
        DataService service = service(format);
        Customer customer = service.add(named("Payer"));
        Invoice invoice = service.add(invoice(customer, "100.10"));
        assertThat(invoice.getTotalAmt()).isEqualByComparingTo("100.10");
        var link = new LinkedTxn();
        link.setTxnId(invoice.getId());
        link.setTxnType("Invoice");
        var line = new Line();
        line.setAmount(new BigDecimal("40.05"));
        line.setLinkedTxn(List.of(link));
        var payment = new Payment();
        payment.setCustomerRef(ref(customer.getId()));
        payment.setTotalAmt(new BigDecimal("40.05"));
        payment.setLine(List.of(line));
        assertThat(service.add(payment).getUnappliedAmt()).isEqualByComparingTo("0");
        Invoice paid = service.findById(invoice);
        assertThat(paid.getBalance()).isEqualByComparingTo("60.05");
        Invoice empty = service.voidRequest(paid);
        assertThat(empty.getPrivateNote()).isEqualTo("Voided");
        service.delete(empty);
        FMSException gone = catchThrowableOfType(FMSException.class, () -> service.findById(empty));
        assertThat(gone.getErrorList().getFirst().getCode()).isEqualTo("610");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml"})
    void a_batch_does_what_it_can_and_changes_are_captured(String format) throws FMSException {
        DataService service = service(format);
        Customer customer = service.add(named("Batch"));
        Invoice dead = service.add(invoice(customer, "1"));
        service.delete(dead);
        var vendor = new Vendor();
        vendor.setDisplayName("Greenleaf");
        var batch = new BatchOperation();
        batch.addEntity(vendor, OperationEnum.CREATE, "1");
        batch.addEntity(named("Greenleaf"), OperationEnum.CREATE, "2");
        batch.addQuery("select * from Customer", "3");
        service.executeBatch(batch);
        assertThat(((Vendor) batch.getEntity("1")).getDisplayName()).isEqualTo("Greenleaf");
        assertThat(batch.getFault("2").getError().getFirst().getCode()).isEqualTo("6240");
        assertThat(batch.getQueryResponse("3").getEntities()).hasSize(1);
        var changes = service.executeCDCQuery(List.of(new Customer(), new Invoice()), "2020-01-01T00:00:00-07:00");
        var byType = changes.getFirst().getQueryResults();
        assertThat(byType).containsOnlyKeys("Customer", "Invoice");
        assertThat(byType.values())
                .allSatisfy(result -> assertThat(result.getEntities()).hasSize(1));
    }

    @Test
    void stale_tokens_and_expired_ones_are_told_apart() throws FMSException {
        DataService service = service("json");
        Customer customer = service.add(named("Stale"));
        realm.control("save", "{\"type\":\"customer\",\"id\":\"" + customer.getId() + "\"}");
        FMSException stale = catchThrowableOfType(FMSException.class, () -> service.update(customer));
        assertThat(stale.getErrorList().getFirst().getCode()).isEqualTo("5010");
        realm.control("expire-access", "{}");
        assertThat(catchThrowableOfType(FMSException.class, () -> service.findById(customer)))
                .isInstanceOf(AuthenticationException.class);
    }
}
