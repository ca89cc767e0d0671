package dev.relink.simulator.online;

import static dev.relink.simulator.online.TestRealm.idOf;
import static dev.relink.simulator.online.TestRealm.line;
import static dev.relink.simulator.online.TestRealm.sparse;
import static dev.relink.simulator.online.TestRealm.target;
import static dev.relink.simulator.online.TestRealm.tokenOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Behaviours 7 to 28: objects, and the rules of changing them. */
class WritingTest {
    private final TestRealm realm = new TestRealm();

    @Test
    void ids_are_digits_and_do_not_grow() {
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < 8; i++) {
            ids.add(Integer.parseInt(idOf(realm.customer("Customer " + i))));
        }
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .isNotEqualTo(ids.stream().sorted(Comparator.naturalOrder()).toList());
    }

    @Test
    void a_change_moves_the_sync_token_by_one_and_a_change_to_the_same_keeps_it() {
        JsonNode customer = realm.customer("Hollis, Margaret");
        assertThat(tokenOf(customer)).isEqualTo("0");
        JsonNode changed =
                realm.post("customer", sparse(customer, "'Notes':'gate code'")).object("Customer");
        assertThat(tokenOf(changed)).isEqualTo("1");
        JsonNode same =
                realm.post("customer", sparse(changed, "'Notes':'gate code'")).object("Customer");
        assertThat(tokenOf(same)).isEqualTo("1");
        assertThat(same.path("MetaData")).isEqualTo(changed.path("MetaData"));
    }

    @Test
    void a_full_update_empties_what_it_leaves_out_but_for_defaults_and_a_sparse_one_keeps_it() {
        JsonNode customer = realm.post(
                        "customer",
                        "{'DisplayName':'Doe, Jane','Notes':'x','Taxable':false,'PrimaryPhone':{'FreeFormNumber':'555-0100'}}")
                .object("Customer");
        JsonNode kept =
                realm.post("customer", sparse(customer, "'GivenName':'Jane'")).object("Customer");
        assertThat(kept.path("Notes").asString()).isEqualTo("x");
        JsonNode full =
                realm.post("customer", target(kept, "'DisplayName':'Jack Moe'")).object("Customer");
        assertThat(full.has("Notes")).isFalse();
        assertThat(full.has("PrimaryPhone")).isFalse();
        assertThat(full.path("Taxable").asBoolean()).isTrue();
        assertThat(full.path("PreferredDeliveryMethod").asString()).isEqualTo("Print");
        assertThat(full.path("PrintOnCheckName").asString()).isEqualTo("Jack Moe");
    }

    @Test
    void the_lines_of_a_sparse_update_replace_all_lines_and_a_line_without_its_id_gets_another() {
        JsonNode customer = realm.customer("Abbott, Carol");
        JsonNode invoice = realm.invoice(customer, "100.00");
        String lines = "'Line':[" + line("40.00", realm.item()) + "," + line("2.50", realm.item()) + "]";
        JsonNode changed = realm.post("invoice", sparse(invoice, lines)).object("Invoice");
        assertThat(changed.path("Line").size()).isEqualTo(3);
        assertThat(changed.path("Line").path(0).path("Id").asString()).isNotEqualTo("1");
        assertThat(changed.path("TotalAmt").decimalValue()).isEqualByComparingTo("42.5");
        assertThat(changed.path("CustomerRef").path("name").asString()).isEqualTo("Abbott, Carol");
    }

    @Test
    void a_stale_sync_token_is_5010_with_the_name_of_the_other_user() {
        JsonNode customer = realm.customer("Stale");
        realm.control("save", "{\"type\":\"customer\",\"id\":\"" + idOf(customer) + "\"}");
        var answer = realm.post("customer", sparse(customer, "'Notes':'late'"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fault())
                .isEqualTo("5010 Stale Object Error : You and Pat Baker were working on this at the same time. "
                        + "Pat Baker finished before you did, so your work was not saved.");
        assertThat(answer.json().path("Fault").path("type").asString()).isEqualTo("ValidationFault");
    }

    @Test
    void a_property_that_nobody_knows_is_2010_and_the_known_ones_are_listed() {
        assertThat(realm.post("invoice", "{'BadJson':true}").fault())
                .startsWith(
                        "2010 Property Name:Unrecognized field \"BadJson\" (class com.intuit.schema.finance.v3.Invoice),"
                                + " not marked as ignorable (")
                .contains("known properties: \"Id\", \"SyncToken\"", "[truncated]");
    }

    @Test
    void what_is_missing_too_long_or_not_a_number_is_named() {
        JsonNode customer = realm.customer("Named");
        assertThat(realm.post("invoice", "{'CustomerRef':{'value':'" + idOf(customer) + "'}}")
                        .fault())
                .isEqualTo("2020 Required parameter Line is missing in the request");
        assertThat(realm.post("customer", "{'Id':'" + idOf(customer) + "','sparse':true,'Notes':'x'}")
                        .fault())
                .isEqualTo("2020 Required parameter SyncToken is missing in the request");
        assertThat(realm.post("customer", "{'DisplayName':'" + "x".repeat(501) + "'}")
                        .fault())
                .isEqualTo("2050 String length specified does not match the supported length. Min:0 Max:500 supported."
                        + " Supplied length:501");
        assertThat(realm.get("customer/1.5").fault()).isEqualTo("2030 Id should be a valid number. Supplied value:1.5");
        assertThat(realm.post("customer", "{'CompanyName':'No name'}").fault()).startsWith("6080 ");
    }

    @Test
    void a_path_that_is_not_there_is_code_500_in_a_400() {
        var answer = realm.get("nothing/1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fault()).startsWith("500 Could not find resource for relative : /v3/company/");
        assertThat(realm.post("customer?operation=delete", target(realm.customer("Stays"), ""))
                        .fault())
                .startsWith("500 Operation delete is not supported");
    }

    @Test
    void read_only_properties_are_ignored() {
        JsonNode customer = realm.post("customer", "{'DisplayName':'Rich','Balance':1000,'domain':'X'}")
                .object("Customer");
        assertThat(customer.path("Balance").decimalValue()).isEqualByComparingTo("0");
        assertThat(customer.path("domain").asString()).isEqualTo("QBO");
    }

    @Test
    void an_inactive_customer_is_called_deleted_and_one_who_owes_stays_active() {
        JsonNode customer = realm.customer("Gone");
        JsonNode inactive =
                realm.post("customer", sparse(customer, "'Active':false")).object("Customer");
        assertThat(inactive.path("DisplayName").asString()).isEqualTo("Gone (deleted)");
        assertThat(inactive.path("PrintOnCheckName").asString()).isEqualTo("Gone");
        JsonNode again =
                realm.post("customer", sparse(inactive, "'Active':true")).object("Customer");
        assertThat(again.path("DisplayName").asString()).isEqualTo("Gone");
        realm.invoice(again, "10");
        JsonNode owing = realm.get("customer/" + idOf(customer)).object("Customer");
        assertThat(realm.post("customer", sparse(owing, "'Active':false")).fault())
                .startsWith("6220 ")
                .contains("cannot be deleted because it has a non-zero balance");
    }

    @Test
    void whether_an_inactive_object_is_renamed_is_a_switch() {
        realm.switches("{\"inactiveRenamed\":false}");
        JsonNode inactive = realm.post("customer", sparse(realm.customer("Same"), "'Active':false"))
                .object("Customer");
        assertThat(inactive.path("DisplayName").asString()).isEqualTo("Same");
    }

    @Test
    void a_deleted_invoice_is_answered_in_short_and_is_610_from_then_on() {
        JsonNode invoice = realm.invoice(realm.customer("Deleter"), "5");
        JsonNode gone =
                realm.post("invoice?operation=delete", target(invoice, "")).object("Invoice");
        assertThat(gone.toString())
                .isEqualTo("{\"domain\":\"QBO\",\"status\":\"Deleted\",\"Id\":\"" + idOf(invoice) + "\"}");
        assertThat(realm.get("invoice/" + idOf(invoice)).fault())
                .isEqualTo("610 Object Not Found : Another user has deleted this transaction.");
        realm.switches("{\"deletedIsTold\":false}");
        assertThat(realm.post("invoice", sparse(invoice, "'PrivateNote':'x'")).fault())
                .startsWith("610 Object Not Found : Something you're trying to use has been made inactive.");
    }

    @Test
    void a_void_invoice_keeps_everything_but_its_amounts() {
        JsonNode customer = realm.customer("Voider");
        JsonNode invoice = realm.invoice(customer, "75.25");
        JsonNode empty =
                realm.post("invoice?operation=void", target(invoice, "")).object("Invoice");
        assertThat(empty.path("TotalAmt").decimalValue()).isZero();
        assertThat(empty.path("Balance").decimalValue()).isZero();
        assertThat(empty.path("PrivateNote").asString()).isEqualTo("Voided");
        assertThat(tokenOf(empty)).isEqualTo("1");
        assertThat(empty.path("DocNumber")).isEqualTo(invoice.path("DocNumber"));
        assertThat(empty.path("Line").path(0).path("Amount").decimalValue()).isZero();
        assertThat(realm.get("customer/" + idOf(customer))
                        .object("Customer")
                        .path("Balance")
                        .decimalValue())
                .isZero();
    }

    @Test
    void a_void_payment_goes_by_update_with_include_void_and_frees_its_invoice() {
        JsonNode customer = realm.customer("Bounced");
        JsonNode invoice = realm.invoice(customer, "30");
        JsonNode payment = realm.payment(customer, "30", invoice);
        JsonNode empty = realm.post("payment?operation=update&include=void", sparse(payment, "'PrivateNote':''"))
                .object("Payment");
        assertThat(empty.path("TotalAmt").decimalValue()).isZero();
        assertThat(realm.get("invoice/" + idOf(invoice))
                        .object("Invoice")
                        .path("Balance")
                        .decimalValue())
                .isEqualByComparingTo("30");
    }

    @Test
    void a_name_is_taken_by_customers_vendors_and_employees_inactive_ones_included() {
        JsonNode vendor = realm.post("vendor", "{'DisplayName':'Greenleaf'}").object("Vendor");
        var answer = realm.post("customer", "{'DisplayName':'greenleaf'}");
        assertThat(answer.fault()).isEqualTo("6240 The name supplied already exists. : null");
        assertThat(answer.json().path("Fault").path("Error").path(0).has("element"))
                .isFalse();
        realm.post("vendor", sparse(vendor, "'Active':false")).object("Vendor");
        realm.switches("{\"duplicateNameExplained\":true}");
        assertThat(realm.post("employee", "{'DisplayName':'Greenleaf'}").fault())
                .contains("Another customer, vendor or employee is already using this name");
    }

    @Test
    void a_number_is_counted_up_unless_the_company_writes_its_own_and_then_it_must_be_new() {
        JsonNode customer = realm.customer("Numbers");
        JsonNode first = realm.invoice(customer, "1");
        assertThat(first.path("DocNumber").asString()).isEqualTo("1001");
        assertThat(realm.invoice(customer, "1").path("DocNumber").asString()).isEqualTo("1002");
        realm.control("preferences", "{\"SalesFormsPrefs\":{\"CustomTxnNumbers\":true}}");
        assertThat(realm.invoice(customer, "1").has("DocNumber")).isFalse();
        String twice = realm.invoiceBody(customer, "1").replaceFirst("\\{", "{'DocNumber':'1001',");
        assertThat(realm.post("invoice", twice).fault())
                .isEqualTo("6140 Duplicate Document Number Error : You must specify a different number. This number has"
                        + " already been used. DocNumber=1001 is assigned to TxnType=Invoice with TxnId="
                        + idOf(first));
        realm.switches("{\"duplicateNumbersRefused\":false}");
        assertThat(realm.post("invoice", twice).status()).isEqualTo(200);
    }

    @Test
    void a_reference_is_answered_with_its_name_and_to_somebody_inactive_is_610_or_2500_or_6250() {
        JsonNode customer = realm.customer("Sleeper");
        String body = realm.invoiceBody(customer, "1");
        realm.post("customer", sparse(customer, "'Active':false")).object("Customer");
        var answer = realm.post("invoice", body);
        assertThat(answer.fault()).startsWith("610 Object Not Found : Something you're trying to use");
        assertThat(answer.json()
                        .path("Fault")
                        .path("Error")
                        .path(0)
                        .path("element")
                        .asString("-"))
                .isEmpty();
        realm.switches("{\"deadCustomer\":\"CODE_6250\",\"deadReference\":\"CODE_2500\"}");
        assertThat(realm.post("invoice", body).fault()).startsWith("6250 Invalid Customer");
        JsonNode living = realm.customer("Awake");
        assertThat(realm.post(
                                "invoice",
                                realm.invoiceBody(living, "1")
                                        .replaceAll("'ItemRef':\\{'value':'\\d+'", "'ItemRef':{'value':'99999'"))
                        .fault())
                .startsWith("2500 Invalid Reference Id");
    }

    @Test
    void lines_get_ids_a_subtotal_and_totals_and_a_wrong_product_is_6070() {
        JsonNode customer = realm.customer("Lines");
        JsonNode invoice = realm.invoice(customer, "99.99");
        assertThat(invoice.path("Line").path(0).path("Id").asString()).isEqualTo("1");
        assertThat(invoice.path("Line").path(0).path("LineNum").asInt()).isEqualTo(1);
        assertThat(invoice.path("Line").path(1).path("DetailType").asString()).isEqualTo("SubTotalLineDetail");
        assertThat(invoice.path("Line").path(1).has("Id")).isFalse();
        assertThat(invoice.path("Balance").decimalValue()).isEqualByComparingTo("99.99");
        String wrong = realm.invoiceBody(customer, "10").replace("'ItemRef'", "'Qty':3,'UnitPrice':4,'ItemRef'");
        assertThat(realm.post("invoice", wrong).fault()).startsWith("6070 Amount is not equal to UnitPrice * Qty.");
    }

    @Test
    void a_payment_moves_balance_and_token_of_its_invoice_and_only_the_time_of_its_customer() {
        JsonNode customer = realm.customer("Payer");
        JsonNode invoice = realm.invoice(customer, "80");
        TestRealm.forward(2);
        JsonNode payment = realm.payment(customer, "50", invoice);
        assertThat(payment.path("UnappliedAmt").decimalValue()).isZero();
        JsonNode paid = realm.get("invoice/" + idOf(invoice)).object("Invoice");
        assertThat(paid.path("Balance").decimalValue()).isEqualByComparingTo("30");
        assertThat(tokenOf(paid)).isEqualTo("1");
        assertThat(paid.path("LinkedTxn").toString())
                .isEqualTo("[{\"TxnId\":\"" + idOf(payment) + "\",\"TxnType\":\"Payment\"}]");
        JsonNode owing = realm.get("customer/" + idOf(customer)).object("Customer");
        assertThat(owing.path("Balance").decimalValue()).isEqualByComparingTo("30");
        assertThat(tokenOf(owing)).isEqualTo("0");
        assertThat(owing.path("MetaData").path("LastUpdatedTime").asString())
                .isGreaterThan(customer.path("MetaData").path("LastUpdatedTime").asString());
    }

    @Test
    void a_payment_of_somebody_elses_invoice_or_of_more_than_is_open_is_620() {
        JsonNode invoice = realm.invoice(realm.customer("One"), "80");
        JsonNode other = realm.customer("Other");
        assertThat(realm.post("payment", TestRealm.paymentBody(other, "10", invoice))
                        .fault())
                .startsWith("620 Cannot validate linked transactions: ");
        JsonNode owner = realm.get(
                        "customer/" + invoice.path("CustomerRef").path("value").asString())
                .object("Customer");
        assertThat(realm.post("payment", TestRealm.paymentBody(owner, "81", invoice))
                        .fault())
                .startsWith("620 ");
    }

    @Test
    void a_deposited_payment_is_6540() {
        JsonNode customer = realm.customer("Banked");
        JsonNode payment = realm.payment(customer, "20", realm.invoice(customer, "20"));
        realm.control("deposit", "{\"payments\":[\"" + idOf(payment) + "\"]}");
        JsonNode now = realm.get("payment/" + idOf(payment)).object("Payment");
        assertThat(tokenOf(now)).isEqualTo("1");
        assertThat(realm.post("payment?operation=delete", target(now, "")).fault())
                .startsWith("6540 This transaction has been deposited.");
    }

    @Test
    void a_closed_period_is_6210_with_a_password_and_6200_without() {
        JsonNode customer = realm.customer("Late");
        String body = realm.invoiceBody(customer, "1").replaceFirst("\\{", "{'TxnDate':'2020-05-05',");
        JsonNode invoice = realm.post("invoice", body).object("Invoice");
        realm.control("closing-date", "{\"date\":\"2020-12-31\"}");
        assertThat(realm.get("preferences")
                        .object("Preferences")
                        .path("AccountingInfoPrefs")
                        .path("BookCloseDate")
                        .asString())
                .isEqualTo("2020-12-31");
        assertThat(realm.post("invoice", body).fault()).startsWith("6210 The account period has closed");
        assertThat(realm.post("invoice?operation=delete", target(invoice, "")).fault())
                .startsWith("6210 ");
        realm.switches("{\"closedWithPassword\":false}");
        assertThat(realm.post("invoice", body).fault()).startsWith("6200 ");
    }

    @Test
    void after_the_subscription_reads_work_and_writes_are_6190() {
        JsonNode customer = realm.customer("Reader");
        realm.switches("{\"subscriptionEnded\":true}");
        assertThat(realm.get("customer/" + idOf(customer)).status()).isEqualTo(200);
        var answer = realm.post("customer", "{'DisplayName':'New'}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fault()).startsWith("6190 Subscription period has ended or canceled");
        realm.switches("{\"subscriptionFaultIs200\":true}");
        assertThat(realm.post("customer", "{'DisplayName':'New'}").status()).isEqualTo(200);
    }

    @Test
    void american_lines_are_tax_or_non_and_the_company_overrides_the_tax_that_is_sent() {
        JsonNode customer = realm.customer("Taxed");
        String taxed = realm.invoiceBody(customer, "100.10")
                .replace("'ItemRef'", "'TaxCodeRef':{'value':'TAX'},'ItemRef'")
                .replaceFirst("\\{", "{'TxnTaxDetail':{'TotalTax':1.00},");
        JsonNode invoice = realm.post("invoice", taxed).object("Invoice");
        assertThat(invoice.path("TxnTaxDetail").path("TotalTax").decimalValue()).isEqualByComparingTo("7.26");
        assertThat(invoice.path("TotalAmt").decimalValue()).isEqualByComparingTo("107.36");
        JsonNode plain = realm.invoice(customer, "100.10");
        assertThat(plain.path("Line")
                        .path(0)
                        .path("SalesItemLineDetail")
                        .path("TaxCodeRef")
                        .toString())
                .isEqualTo("{\"value\":\"NON\"}");
        realm.switches("{\"automatedSalesTax\":false}");
        String sent = realm.invoiceBody(customer, "100").replaceFirst("\\{", "{'TxnTaxDetail':{'TotalTax':1.00},");
        assertThat(realm.post("invoice", sent)
                        .object("Invoice")
                        .path("TotalAmt")
                        .decimalValue())
                .isEqualByComparingTo("101");
        String odd = realm.invoiceBody(customer, "1").replace("'ItemRef'", "'TaxCodeRef':{'value':'2'},'ItemRef'");
        assertThat(realm.post("invoice", odd).fault()).startsWith("6100 ");
    }

    @Test
    void elsewhere_every_line_needs_a_code() {
        var canada = new TestRealm("{\"limits\":false,\"country\":\"CA\",\"currency\":\"CAD\"}");
        JsonNode customer = canada.customer("Maple");
        String body = canada.invoiceBody(customer, "4495.16");
        assertThat(canada.post("invoice", body).fault())
                .isEqualTo(
                        "6000 Business Validation Error: Make sure all your transactions have a GST/HST rate before you save.");
        JsonNode invoice = canada.post("invoice", body.replace("'ItemRef'", "'TaxCodeRef':{'value':'2'},'ItemRef'"))
                .object("Invoice");
        assertThat(invoice.path("TxnTaxDetail").path("TotalTax").decimalValue()).isEqualByComparingTo("224.76");
    }

    @Test
    void a_currency_is_fixed_when_the_object_is_made_and_a_document_has_that_of_its_customer() {
        assertThat(realm.post("customer", "{'DisplayName':'Euro','CurrencyRef':{'value':'EUR'}}")
                        .fault())
                .startsWith("2220 ");
        realm.control("preferences", "{\"CurrencyPrefs\":{\"MultiCurrencyEnabled\":true}}");
        JsonNode euro = realm.post("customer", "{'DisplayName':'Euro','CurrencyRef':{'value':'EUR'}}")
                .object("Customer");
        String body = realm.invoiceBody(euro, "100").replaceFirst("\\{", "{'ExchangeRate':1.10,");
        JsonNode invoice = realm.post("invoice", body).object("Invoice");
        assertThat(invoice.path("CurrencyRef").path("value").asString()).isEqualTo("EUR");
        assertThat(invoice.path("HomeTotalAmt").decimalValue()).isEqualByComparingTo("110");
        assertThat(realm.post("invoice", body.replaceFirst("\\{", "{'CurrencyRef':{'value':'USD'},"))
                        .fault())
                .isEqualTo("6000 Business Validation Error: You can only use one foreign currency per transaction");
        JsonNode still = realm.post(
                        "customer",
                        sparse(realm.get("customer/" + idOf(euro)).object("Customer"), "'CurrencyRef':{'value':'USD'}"))
                .object("Customer");
        assertThat(still.path("CurrencyRef").path("value").asString()).isEqualTo("EUR");
    }

    @Test
    void a_country_comes_back_as_three_letters_and_coordinates_do_not_come_back() {
        JsonNode customer = realm.post(
                        "customer",
                        "{'DisplayName':'Far','BillAddr':{'Line1':'1 Elm','Country':'United States','Lat':'1','Long':'2'}}")
                .object("Customer");
        assertThat(customer.path("BillAddr").path("Country").asString()).isEqualTo("USA");
        assertThat(customer.path("BillAddr").has("Lat")).isFalse();
        assertThat(customer.path("BillAddr").has("Id")).isTrue();
    }

    @Test
    void sub_customers_carry_the_whole_name_and_hang_five_levels_deep_at_most() {
        JsonNode above = realm.customer("Level 0");
        for (int level = 1; level <= 4; level++) {
            above = realm.post(
                            "customer",
                            "{'DisplayName':'Level " + level + "','Job':true,'ParentRef':{'value':'" + idOf(above)
                                    + "'}}")
                    .object("Customer");
        }
        assertThat(above.path("FullyQualifiedName").asString()).isEqualTo("Level 0:Level 1:Level 2:Level 3:Level 4");
        assertThat(above.path("Level").asInt()).isEqualTo(4);
        assertThat(realm.post(
                                "customer",
                                "{'DisplayName':'Deep','Job':true,'ParentRef':{'value':'" + idOf(above) + "'}}")
                        .fault())
                .startsWith("6180 ");
        assertThat(realm.post("customer", "{'DisplayName':'Orphan','Job':true}").fault())
                .startsWith("6150 ");
        assertThat(realm.post("customer", "{'DisplayName':'Lost','Job':true,'ParentRef':{'value':'99999'}}")
                        .fault())
                .startsWith("700 ");
    }

    @Test
    void of_two_customers_that_were_merged_one_id_dies_and_its_documents_move() {
        JsonNode gone = realm.customer("Birchwood HOA");
        JsonNode kept = realm.customer("Birchwood Homeowners");
        JsonNode invoice = realm.invoice(gone, "12");
        realm.control("merge", "{\"type\":\"customer\",\"gone\":\"Birchwood HOA\",\"kept\":\"Birchwood Homeowners\"}");
        assertThat(realm.get("customer/" + idOf(gone)).fault()).startsWith("610 ");
        assertThat(realm.get("invoice/" + idOf(invoice))
                        .object("Invoice")
                        .path("CustomerRef")
                        .path("value")
                        .asString())
                .isEqualTo(idOf(kept));
        assertThat(realm.get("customer/" + idOf(kept))
                        .object("Customer")
                        .path("Balance")
                        .decimalValue())
                .isEqualByComparingTo("12");
    }

    @Test
    void a_fault_may_come_with_http_200() {
        realm.trouble("faultIn200");
        var answer = realm.post("customer", "{'Nothing':1}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.fault()).startsWith("2010 ");
    }

    @Test
    void amounts_are_exact_and_a_hundredth_is_never_lost() {
        JsonNode customer = realm.customer("Cents");
        String body = "{'CustomerRef':{'value':'" + idOf(customer) + "'},'Line':["
                + (line("0.10", realm.item()) + ",").repeat(2) + line("0.10", realm.item()) + "]}";
        var answer = realm.post("invoice", body);
        assertThat(answer.text()).contains("\"TotalAmt\":0.30");
    }
}
