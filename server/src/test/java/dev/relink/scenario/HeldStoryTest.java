package dev.relink.scenario;

import static dev.relink.scenario.Sent.customer;
import static dev.relink.scenario.Sent.invoice;
import static dev.relink.scenario.Sent.item;
import static dev.relink.scenario.Sent.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.platform.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records that QuickBooks does not take: why, and what mends them. */
class HeldStoryTest {

    private final Story story = Story.begins();

    // ---- 3140, 3130: what a record refers to is gone

    @Test
    void an_invoice_of_a_deleted_customer_waits_and_follows_its_customer_in_the_same_run() {
        story.sends(item("prune", "Pruning"), customer("1", "Hollis, Margaret")).webConnectorRuns();
        story.books().deletes("Hollis, Margaret");
        story.sends(invoice("10388", "1").line("a", "prune", "2", "50")).webConnectorRuns();
        assertThat(story.books().transactions("Invoice")).isEmpty();
        assertThat(story.errors()).anyMatch(error -> error.matches("desktop:(3140 invoice/10388|3120 customer/1)"));

        if (story.errors().contains("desktop:3140 invoice/10388")) {
            story.repairs("sync-parent-first", Map.of(), "invoice/10388").webConnectorRuns();
        }
        story.clearsIds("customer/1").webConnectorRuns().everythingIsSynced();
        assertThat(story.books().invoice("10388").entity()).isEqualTo("Hollis, Margaret");
    }

    @Test
    void a_job_of_a_deleted_customer_follows_it() {
        story.sends(customer("1", "Oakmont")).webConnectorRuns();
        story.books().deletes("Oakmont");
        story.sends(job("2", "1", "Orchard")).webConnectorRuns();
        story.minutesPass().webConnectorRuns();
        assertThat(story.errors()).as(story.told()).contains("desktop:3120 customer/1");
        story.clearsIds("customer/1").webConnectorRuns();
        if (!story.errors().isEmpty()) {
            story.repairs("sync-parent-first", Map.of(), "customer/2").webConnectorRuns();
        }
        story.everythingIsSynced();
        assertThat(story.books().names("Customer")).containsExactlyInAnyOrder("Oakmont", "Oakmont:Orchard");
    }

    @Test
    void an_item_whose_account_is_not_there_is_a_mapping_error_and_its_invoices_wait() {
        story.sends(
                        customer("1", "Hollis, Margaret"),
                        item("mulch", "Mulch").with("incomeAccount", Map.of("name", "Landscaping income")),
                        invoice("10388", "1").line("a", "mulch", "3", "40"))
                .webConnectorRuns();
        Story.Trouble trouble = story.error("item/mulch");
        assertThat(trouble.code()).isEqualTo("desktop:3140");
        assertThat(trouble.blocks()).isEqualTo(1);
        assertThat(story.state("invoice/10388")).isEqualTo("pending");

        story.books().bookkeeper().add("Account", "Landscaping income", Map.of("AccountType", "Income"));
        story.repairs("send-again", Map.of(), "item/mulch").webConnectorRuns().everythingIsSynced();
        assertThat(story.books().invoice("10388").total()).isEqualByComparingTo("120");
    }

    // ---- in use

    @Test
    void a_customer_that_somebody_has_open_is_tried_again_by_itself_and_counted() {
        story.sends(customer("1", "Maple Court")).webConnectorRuns();
        String id = story.books().customer("Maple Court").listId();
        story.books().bookkeeper().open(id);
        story.sends(customer("1", "Maple Court").phone("555-0100"))
                .webConnectorRuns()
                .webConnectorRuns();
        Story.Trouble trouble = story.error("customer/1");
        assertThat(trouble.code()).isEqualTo("desktop:3175");
        assertThat(trouble.state()).isEqualTo("retrying");
        assertThat(trouble.tries()).isEqualTo(2);
        story.books().bookkeeper().close(id);
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().field(id, "Phone")).isEqualTo("555-0100");
    }

    @Test
    void an_invoice_whose_customer_is_open_in_a_window_waits_for_the_window_to_close() {
        story.books().switches().openCustomerBlocksTransactions = true;
        story.sends(item("prune", "Pruning"), customer("1", "Maple Court")).webConnectorRuns();
        String id = story.books().customer("Maple Court").listId();
        story.books().bookkeeper().open(id);
        story.sends(invoice("10388", "1").line("a", "prune", "2", "50")).webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3176 invoice/10388");
        assertThat(story.error("invoice/10388").state()).isEqualTo("retrying");
        story.books().bookkeeper().close(id);
        story.webConnectorRuns().everythingIsSynced();
    }

    @Test
    void an_add_disturbed_by_another_user_is_tried_again_and_made_once() {
        story.books().bookkeeper().disturb("Customer");
        story.sends(customer("1", "Maple Court")).webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3180 customer/1");
        assertThat(story.error("customer/1").state()).isEqualTo("retrying");
        story.webConnectorRuns().everythingIsSynced();
    }

    @Test
    void a_change_disturbed_by_another_user_is_tried_again() {
        story.sends(customer("1", "Maple Court")).webConnectorRuns();
        story.books().bookkeeper().disturb("Customer");
        story.sends(customer("1", "Maple Court").phone("555-0100")).webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3170 customer/1");
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().field(story.boundTo("customer/1"), "Phone")).isEqualTo("555-0100");
    }

    // ---- 3200

    @Test
    void a_change_of_another_field_in_quickbooks_is_merged() {
        story.sends(customer("1", "Maple Court").phone("555-0100")).webConnectorRuns();
        story.books().changes("Maple Court", "Fax", "555-0999");
        story.sends(customer("1", "Maple Court").phone("555-0111"))
                .webConnectorRuns()
                .everythingIsSynced();
        String id = story.boundTo("customer/1");
        assertThat(story.books().field(id, "Phone")).isEqualTo("555-0111");
        assertThat(story.books().field(id, "Fax")).isEqualTo("555-0999");
    }

    @Test
    void a_change_of_a_field_that_the_app_sends_unchanged_stays() {
        story.sends(customer("1", "Maple Court").phone("555-0100").with("fax", "555-0200"))
                .webConnectorRuns();
        story.books().changes("Maple Court", "Fax", "555-0999");
        story.sends(customer("1", "Maple Court").phone("555-0111").with("fax", "555-0200"))
                .webConnectorRuns()
                .everythingIsSynced();
        String id = story.boundTo("customer/1");
        assertThat(story.books().field(id, "Phone")).isEqualTo("555-0111");
        assertThat(story.books().field(id, "Fax")).isEqualTo("555-0999");
    }

    @Test
    void the_same_field_changed_on_both_sides_is_held_and_the_app_may_win() {
        bothChangeThePhone();
        story.repairs("keep-app", Map.of(), "customer/1").webConnectorRuns().everythingIsSynced();
        assertThat(story.books().field(story.boundTo("customer/1"), "Phone")).isEqualTo("555-0111");
    }

    @Test
    void the_same_field_changed_on_both_sides_is_held_and_quickbooks_may_win() {
        bothChangeThePhone();
        story.repairs("keep-quickbooks", Map.of(), "customer/1")
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.books().field(story.boundTo("customer/1"), "Phone")).isEqualTo("555-0122");
        story.sends(customer("1", "Maple Court").phone("555-0111").with("fax", "555-0200"))
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.books().field(story.boundTo("customer/1"), "Phone")).isEqualTo("555-0122");
    }

    @Test
    void of_two_fields_changed_on_both_sides_each_may_be_kept_for_itself() {
        story.sends(customer("1", "Maple Court").phone("555-0100").with("fax", "555-0200"))
                .webConnectorRuns();
        story.books().changes("Maple Court", "Phone", "555-0122").changes("Maple Court", "Fax", "555-0999");
        story.sends(customer("1", "Maple Court").phone("555-0111").with("fax", "555-0201"))
                .webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3200 customer/1");
        var keepsPhone = story.repair("keep-quickbooks", Map.of(), "customer/1");
        keepsPhone.put("fields", List.of("phone"));
        assertThat(Api.ADMIN
                        .post(story.path("/repairs"), Json.write(keepsPhone))
                        .get("accepted")
                        .asInt())
                .isEqualTo(1);
        story.webConnectorRuns().everythingIsSynced();
        assertThat(story.books().field(story.boundTo("customer/1"), "Phone")).isEqualTo("555-0122");
        assertThat(story.books().field(story.boundTo("customer/1"), "Fax")).isEqualTo("555-0201");
    }

    private void bothChangeThePhone() {
        story.sends(customer("1", "Maple Court").phone("555-0100")).webConnectorRuns();
        story.books().changes("Maple Court", "Phone", "555-0122");
        story.sends(customer("1", "Maple Court").phone("555-0111")).webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3200 customer/1");
        Story.Trouble trouble = story.error("customer/1");
        assertThat(trouble.repairs()).contains("keep-app", "keep-quickbooks");
        String both = Api.ADMIN.get(story.path("/sync-errors/" + trouble.id())).toString();
        assertThat(both).contains("555-0111").contains("555-0122");
    }

    // ---- 3100

    @Test
    void a_name_that_a_customer_has_is_held_with_the_match_and_relinked() {
        story.books().adds("Smith, John");
        story.sends(customer("1", "Smith, John").phone("555-0100")).webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3100 customer/1");
        String match = story.books().customer("Smith, John").listId();
        assertThat(Api.ADMIN
                        .get(story.path("/sync-errors/%s/candidates"
                                .formatted(story.error("customer/1").id())))
                        .toString())
                .contains(match);
        story.repairs("relink", Map.of("quickbooksId", match), "customer/1")
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.boundTo("customer/1")).isEqualTo(match);
        assertThat(story.books().field(match, "Phone")).isEqualTo("555-0100");
    }

    @Test
    void a_name_that_a_vendor_has_is_held_and_sent_under_another_name() {
        story.books().bookkeeper().add("Vendor", "Greenleaf", Map.of());
        story.sends(customer("1", "Greenleaf")).webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3100 customer/1");
        assertThat(Api.ADMIN
                        .get(story.path(
                                "/sync-errors/" + story.error("customer/1").id()))
                        .at("/found")
                        .toString())
                .contains("vendor");
        story.repairs("rename", Map.of("name", "Greenleaf (customer)"), "customer/1")
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.books().names("Customer")).containsExactly("Greenleaf (customer)");
        story.sends(customer("1", "Greenleaf").phone("555-0100"))
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.books().names("Customer")).containsExactly("Greenleaf (customer)");
    }

    @Test
    void a_name_that_an_inactive_customer_has_is_held_with_that_one_shown() {
        story.books().adds("Smith, John");
        String match = story.books().customer("Smith, John").listId();
        story.books().bookkeeper().setActive(match, false);
        story.sends(customer("1", "Smith, John")).webConnectorRuns();
        assertThat(story.errors()).containsExactly("desktop:3100 customer/1");
        assertThat(Api.ADMIN
                        .get(story.path(
                                "/sync-errors/" + story.error("customer/1").id()))
                        .at("/found")
                        .toString())
                .contains(match);
        story.repairs("relink", Map.of("quickbooksId", match), "customer/1")
                .webConnectorRuns()
                .everythingIsSynced();
        assertThat(story.boundTo("customer/1")).isEqualTo(match);
    }

    // ---- one bad record among good ones

    @Test
    void one_record_that_quickbooks_cannot_parse_is_held_alone_and_a_hundred_others_go() {
        var records = new ArrayList<Sent>();
        for (int i = 0; i < 100; i++) {
            records.add(customer("c" + i, "Customer %03d".formatted(i)));
        }
        story.quickBooksCannotParse("Customer 042");
        story.streams(records).webConnectorRuns();
        assertThat(story.errors()).containsExactly("hresult:0x80040400 customer/c42");
        assertThat(story.books().list("Customer")).hasSize(99);
    }
}
