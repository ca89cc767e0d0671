package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.people.People;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A company's pages over HTTP. */
class CompanyPagesTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final String ERRORS = "/companies/pages/errors";

    @BeforeEach
    void fillTheBooks() {
        SampleBooks.make(RELINK.jdbc(), "pages", "");
    }

    @Test
    void errors_are_grouped_by_cause_with_what_blocks_most_first() {
        String page = RELINK.browser().asAdmin().get(ERRORS).body();
        assertThat(page).contains("5 errors from 4 causes. One of the causes holds back 2 more records.");
        assertThat(page.indexOf("Birchwood HOA")).isLessThan(page.indexOf("Mulch, hardwood"));
        assertThat(page)
                .contains("aria-label=\"Birchwood HOA\"", "desktop:3120", "Clear ID for 2…")
                .contains("Relink to <b>Birchwood Homeowners Assn.</b>");
    }

    @Test
    void filters_and_orders_narrow_the_list() {
        var browser = RELINK.browser().asAdmin();
        assertThat(browser.get(ERRORS + "?q=mulch").body())
                .contains("Mulch, hardwood")
                .doesNotContain("Hollis");
        assertThat(browser.get(ERRORS + "?type=customer&by=record").body())
                .contains("Hollis")
                .doesNotContain("aria-label=\"10371\"");
        assertThat(browser.get(ERRORS + "?cause=desktop:3120%20named").body())
                .contains("Hollis")
                .doesNotContain("Smith, John");
        assertThat(browser.get(ERRORS + "?repair=rename").body())
                .contains("Smith, John")
                .doesNotContain("Hollis");
        assertThat(browser.get(ERRORS + "?q=100%25").body()).contains("No error matches;");
        assertThat(browser.get(ERRORS + "?tab=waiting-on-parent").body()).contains("10433", "Waits on");
        assertThat(browser.get(ERRORS + "?tab=in-doubt").body()).contains("PMT-3298", "never sent again blindly");
        assertThat(browser.get(ERRORS + "?tab=retrying").body()).contains("Maple Court Condos");
        assertThat(browser.get(ERRORS + "?tab=skipped").body()).contains("Test customer");
    }

    @Test
    void what_holds_back_most_comes_first_when_asked_and_so_do_searches() {
        RELINK.jdbc()
                .sql(
                        "update pending_sync set waits_on_type = 'item', waits_on_id = 'mulch' where company_id = 'pages' and record_id = '10438'")
                .update();
        RELINK.jdbc()
                .sql(
                        "update sync_error set last_seen = now() - interval '9 days' where company_id = 'pages' and record_id = 'mulch'")
                .update();
        var browser = RELINK.browser().asAdmin();
        for (String query : List.of("?by=blocks", "?by=blocks&q=in")) {
            String page = browser.get(ERRORS + query).body();
            assertThat(page.indexOf("Birchwood HOA</a>")).as(query).isLessThan(page.indexOf("Mulch, hardwood</a>"));
            assertThat(page.indexOf("Mulch, hardwood</a>")).as(query).isLessThan(page.indexOf("Smith, John</a>"));
        }
        SampleBooks.addMany(RELINK.jdbc(), "pages", 60);
        String first = browser.get(ERRORS + "?by=blocks&size=25").body();
        String second = browser.get(ERRORS + "?by=blocks&size=25&page=2").body();
        String third = browser.get(ERRORS + "?by=blocks&size=25&page=3").body();
        assertThat(first).contains("1 to 25 of 65", "customer/20340", "item/mulch");
        assertThat(second).contains("26 to 50 of 65").doesNotContain("customer/20340", "item/mulch");
        assertThat(names(first, second, third)).hasSize(65).doesNotHaveDuplicates();
    }

    private static List<String> names(String... pages) {
        return java.util.Arrays.stream(pages)
                .flatMap(page -> Pattern.compile("name=\"of\" value=\"([^\"]+)\"")
                        .matcher(page)
                        .results())
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void lists_show_as_many_rows_as_wanted_and_keep_the_filter() {
        var browser = RELINK.browser().asAdmin();
        for (String list : List.of("records", "bindings", "history")) {
            String page = browser.get("/companies/pages/" + list + "?type=customer&size=25")
                    .body();
            assertThat(page).as(list).contains("type=customer&amp;size=50");
            assertThat(Pattern.compile("<tr class=\"line\"").matcher(page).results())
                    .as(list)
                    .hasSize(25);
        }
        SampleBooks.addMany(RELINK.jdbc(), "pages", 150);
        assertThat(browser.get(ERRORS).body()).contains("The first of each cause", "errors?size=500");
        assertThat(browser.get(ERRORS + "?size=200").body()).doesNotContain("The first of each cause");
    }

    @Test
    void clearing_an_id_asks_first_and_can_be_undone() {
        var browser = RELINK.browser().asAdmin();
        var asked = browser.post(ERRORS, ERRORS + "/clear-id", Map.of("only", "customer/20340"));
        assertThat(asked.body())
                .contains("Clear ID of customer Birchwood HOA", "Likely twin", "Birchwood Homeowners Assn.")
                .contains("Relinked to Birchwood Homeowners Assn., then updated. 2 that wait on it follow.");
        assertThat(browser.post(ERRORS, ERRORS + "/clear-id", Map.of("of", "customer/20340", "sure", "yes"))
                        .body())
                .contains("Nothing was cleared: tick that you have read the warning.");
        assertThat(pending("20340")).isEqualTo("held send");

        var done = browser.post(
                ERRORS,
                ERRORS + "/clear-id",
                Map.of("of", "customer/20340", "sure", "yes", "understood", "yes", "back", ERRORS));
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(pending("20340")).as("bound to the twin that was shown").isEqualTo("waiting check-binding");
        String page = browser.get(ERRORS).body();
        assertThat(page).contains("ID cleared for 1 record").doesNotContain("aria-label=\"Birchwood HOA\"");

        Matcher undo = Pattern.compile("/companies/pages/repairs/\\d+/undo").matcher(page);
        assertThat(undo.find()).isTrue();
        browser.post(ERRORS, undo.group(), Map.of());
        assertThat(pending("20340")).isEqualTo("held send");
        assertThat(browser.get(ERRORS).body()).contains("1 record is as before.", "aria-label=\"Birchwood HOA\"");
    }

    @Test
    void a_record_without_a_twin_is_sought_and_one_with_a_twin_waits_for_the_choice() {
        var browser = RELINK.browser().asAdmin();
        for (String record : List.of("20118", "20340")) {
            browser.post(
                    ERRORS,
                    ERRORS + "/clear-id",
                    Map.of("of", "customer/" + record, "sure", "yes", "understood", "yes", "whenMatchFound", "ask"));
        }
        assertThat(pending("20118")).isEqualTo("waiting find-or-create");
        assertThat(pending("20340")).isEqualTo("held send");
    }

    @Test
    void a_row_says_what_happened_and_what_to_press_with_names_and_times() {
        String page = RELINK.browser().asAdmin().get(ERRORS).body();
        assertThat(page)
                .contains("Deleted in QuickBooks <time datetime=\"2026-11-23T16:58:00Z\"")
                .contains("Clear ID: nothing like it was found, so it will be created.")
                .contains("Account “Sales:Materials” is not in QuickBooks", "Fix once; 1 record goes")
                .contains("QuickBooks has a customer <b>Smith, John</b> that is linked to nothing.")
                .contains("data-why=\"it is not linked to anything")
                .contains("tab=waiting-on-parent&amp;on=customer%2F20340");
        assertThat(RELINK.browser()
                        .asAdmin()
                        .get(ERRORS + "?tab=waiting-on-parent&on=customer/20340")
                        .body())
                .contains("What waits on customer <b>Birchwood HOA</b>", "10433", "Birchwood HOA · $830.00");
        assertThat(RELINK.browser()
                        .asAdmin()
                        .get(ERRORS + "?who=integration-admin")
                        .body())
                .contains("aria-label=\"Mulch, hardwood\"")
                .doesNotContain("aria-label=\"Birchwood HOA\"");
    }

    @Test
    void what_was_settled_within_a_week_tells_how_and_by_whom() {
        RELINK.jdbc().sql("""
                        with error as (
                          insert into settled_error (company_id, type, record_id, code, message, failed_at, settled_at, outcome)
                          values ('pages', 'customer', 'c7', 'desktop:3200', 'Out of date.', now() - interval '3 hours',
                                  now() - interval '1 hours', 'updated'))
                        insert into history (company_id, at, type, record_id, outcome, actor)
                        values ('pages', now() - interval '2 hours', 'customer', 'c7', 'keep-app', 'Jan Kowalski'),
                               ('pages', now() - interval '1 hours', 'customer', 'c7', 'updated', '')
                        """).update();
        assertThat(RELINK.browser()
                        .asAdmin()
                        .get(ERRORS + "?tab=resolved&q=Customer+7")
                        .body())
                .contains("Out of date.", "Updated in QuickBooks", "after Keep app by Jan Kowalski")
                .doesNotContain("Birchwood HOA</a>");
    }

    @Test
    void the_list_goes_to_a_file_that_no_spreadsheet_takes_for_formulas() {
        SampleBooks.make(RELINK.jdbc(), "formula", "=1+1");
        RELINK.jdbc()
                .sql("update record set name = '=1+1' where company_id = 'formula' and record_id = '20340'")
                .update();
        var file = RELINK.browser().asAdmin().get("/companies/formula/errors.csv?type=customer");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(file.body().lines())
                .hasSize(4)
                .first()
                .asString()
                .startsWith("type,id,name,about,code,problem,suggested action");
        assertThat(file.body()).contains("customer,20340,'=1+1,").doesNotContain(",=1+1");
    }

    @Test
    void what_is_pending_goes_to_a_file_with_what_it_waits_for() {
        RELINK.jdbc()
                .sql("insert into record_reference values ('pages', 'invoice', '10447', 'customer', '20580')")
                .update();
        var browser = RELINK.browser().asAdmin();
        browser.post("/companies/pages/pending", "/companies/pages/pending/approve", Map.of("of", "invoice/10447"));
        assertThat(browser.get("/companies/pages/pending").body())
                .contains("Goes after customer <a href=\"/companies/pages/records/customer/20580\">Fenwick, Dana</a>")
                .contains("/companies/pages/pending.csv");
        RELINK.jdbc()
                .sql("update record set name = '=Dana' where company_id = 'pages' and record_id = '20580'")
                .update();
        assertThat(browser.get("/companies/pages/pending.csv").body().lines())
                .hasSize(7)
                .anyMatch(line ->
                        line.startsWith("customer,20580,'=Dana,Client 20580,waiting,Create,Waits for the next run"))
                .anyMatch(
                        line -> line.startsWith("invoice,10433,10433,")
                                && line.contains(
                                        ",waiting-on-parent,Create,Waits on customer Birchwood HOA,customer,20340,Birchwood HOA,"))
                .anyMatch(
                        line -> line.contains("\"Goes after customer =Dana, in the same run\",customer,20580,'=Dana,"))
                .noneMatch(line -> line.contains("Hollis"));
    }

    @Test
    void the_audit_shows_what_a_repair_changed_and_what_its_undo_put_back() {
        String bound = RELINK.jdbc()
                .sql("select quickbooks_id from binding where company_id = 'pages' and record_id = '20118'")
                .query((row, n) -> row.getString(1))
                .single();
        var browser = RELINK.browser().asAdmin();
        browser.post(
                ERRORS,
                ERRORS + "/clear-id",
                Map.of("of", "customer/20118", "sure", "yes", "understood", "yes", "back", ERRORS));
        Matcher undo = Pattern.compile("/companies/pages/repairs/\\d+/undo")
                .matcher(browser.get(ERRORS).body());
        assertThat(undo.find()).isTrue();
        browser.post(ERRORS, undo.group(), Map.of());
        List<String> audit =
                RELINK.jdbc().sql("""
                        select concat_ws(' ', act, before ->> 'state', after ->> 'state',
                               coalesce(before ->> 'code', '-'), coalesce(after ->> 'code', '-'),
                               coalesce(before ->> 'quickbooksId', '-'), coalesce(after ->> 'quickbooksId', '-'))
                          from audit where company_id = 'pages' and record_id = '20118' order by id
                        """).query((row, n) -> row.getString(1)).list();
        assertThat(audit)
                .containsExactly(
                        "clear-id held waiting desktop:3120 - " + bound + " -",
                        "undo clear-id waiting held - desktop:3120 - " + bound);
        assertThat(browser.get("/audit?company=pages&q=20118&act=clear-id").body())
                .contains(
                        "<dt>code</dt><dd><del>desktop:3120</del>",
                        "<dt>state</dt><dd><del>held</del> <ins>waiting</ins>");
    }

    @Test
    void a_view_is_kept_under_a_name_for_one_person() {
        var admin = RELINK.browser().asAdmin();
        admin.post(
                ERRORS,
                ERRORS + "/views",
                Map.of("name", "Links <i>", "query", "family=missing-link&by=age&page=3&evil=<script>"));
        assertThat(admin.get(ERRORS).body())
                .contains("href=\"/companies/pages/errors?family=missing-link&amp;by=age\"", "Links &lt;i>");
        assertThat(as("viewer@example.com", Role.VIEWER).get(ERRORS).body()).doesNotContain("Links &lt;i>");
        var namesake = RELINK.bean(People.class);
        String name = RELINK.jdbc()
                .sql("select name from person where email = :email")
                .param("email", RunningRelink.ADMIN_EMAIL)
                .query(String.class)
                .single();
        RELINK.jdbc()
                .sql("delete from person where email = 'namesake@example.com'")
                .update();
        namesake.setPassword(
                namesake.add("namesake@example.com", name, Access.everywhere(Role.ADMIN))
                        .id(),
                "the same name, another person");
        assertThat(RELINK.browser()
                        .signIn("namesake@example.com", "the same name, another person")
                        .get(ERRORS)
                        .body())
                .as("another person of the same name")
                .doesNotContain("Links &lt;i>");
        RELINK.jdbc()
                .sql("delete from person where email = 'namesake@example.com'")
                .update();
        admin.post(ERRORS, ERRORS + "/views/forget", Map.of("name", "Links <i>"));
        assertThat(admin.get(ERRORS).body()).contains("is forgotten").doesNotContain("by=age\"");
    }

    @Test
    void an_open_page_asks_only_for_the_numbers() {
        assertThat(RELINK.browser().asAdmin().get("/companies/pages/counts").body())
                .contains("\"errors\":5", "\"in-doubt\":1", "\"pending\":5");
    }

    @Test
    void a_mixed_selection_tells_who_is_refused_and_why() {
        var browser = RELINK.browser().asAdmin();
        String body =
                browser.post(ERRORS, ERRORS + "/clear-id", Map.of("all", "yes")).body();
        assertThat(body)
                .contains("Clear ID for 2 of 5 records", "Not a dead link", "Refused:", "so there is no ID to clear")
                .contains("Clear ID for 2 records");
    }

    @Test
    void a_rename_a_skip_and_a_relink_ask_for_one_thing() {
        var browser = RELINK.browser().asAdmin();
        assertThat(browser.post(ERRORS, ERRORS + "/rename", Map.of("only", "customer/20561"))
                        .body())
                .contains("Name in QuickBooks", "value=\"Smith, John (20561)\"");
        for (String wrong : List.of("Smith: John", "J".repeat(42))) {
            assertThat(browser.post(
                                    ERRORS,
                                    ERRORS + "/rename",
                                    Map.of("of", "customer/20561", "sure", "yes", "text", wrong))
                            .body())
                    .contains("Rename customer Smith, John", "role=\"alert\"", "a customer's name", "value=\"" + wrong)
                    .contains(
                            wrong.length() < 42
                                    ? "cannot have a colon"
                                    : "has 42 characters here; QuickBooks Desktop keeps 41");
        }
        assertThat(pending("20561")).isEqualTo("held send");
        assertThat(browser.post(ERRORS, ERRORS + "/relink", Map.of("only", "customer/20561"))
                        .body())
                .contains("80000C01-1715099460", "Smithson &amp; Daughters", "linked to nothing");
        browser.post(
                ERRORS,
                ERRORS + "/relink",
                Map.of("of", "customer/20561", "sure", "yes", "chosen", "80000C01-1715099460"));
        assertThat(pending("20561")).isEqualTo("waiting check-binding");
        browser.post(ERRORS, ERRORS + "/skip", Map.of("of", "item/mulch", "sure", "yes", "text", "Not sold any more"));
        assertThat(browser.get(ERRORS + "?tab=skipped").body()).contains("Not sold any more");
    }

    @Test
    void nothing_ticked_changes_nothing_and_says_so() {
        var browser = RELINK.browser().asAdmin();
        browser.post(ERRORS, ERRORS + "/send-again", Map.of());
        assertThat(browser.get(ERRORS).body()).contains("Nothing was ticked");
    }

    @Test
    void viewers_see_no_buttons_and_operators_no_clear_id() {
        var viewer = as("viewer@example.com", Role.VIEWER);
        assertThat(viewer.get(ERRORS).body()).contains("Birchwood HOA").doesNotContain("formaction", "name=\"of\"");
        assertThat(viewer.post(ERRORS, ERRORS + "/skip", Map.of("of", "item/mulch", "sure", "yes"))
                        .statusCode())
                .isEqualTo(403);
        var operator = as("operator@example.com", Role.OPERATOR);
        assertThat(operator.get(ERRORS).body())
                .contains("Relink", "errors/clear-id/look")
                .doesNotContain("errors/clear-id\"", "errors/create-new");
        assertThat(operator.post(ERRORS, ERRORS + "/clear-id", Map.of("of", "customer/20340", "sure", "yes"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(pending("20340")).isEqualTo("held send");
    }

    @Test
    void thousands_of_errors_show_a_few_of_each_cause_and_all_of_one() {
        SampleBooks.addMany(RELINK.jdbc(), "pages", 3000);
        var browser = RELINK.browser().asAdmin();
        assertThat(browser.get(ERRORS).body()).contains("3,005 errors", "Show all 3,000 of this cause");
        String one = browser.get(ERRORS + "?cause=desktop:3240%20&page=2").body();
        assertThat(one).contains("101 to 200 of 3,000", "All 3,000 that match");
        assertThat(browser.post(ERRORS, ERRORS + "/clear-id", Map.of("all", "yes", "cause", "desktop:3240 "))
                        .body())
                .contains(
                        "Clear ID for 3,000 records",
                        "The first 200 of 3,000 are shown",
                        "type <b>3000</b> to confirm");
        assertThat(browser.post(
                                ERRORS,
                                ERRORS + "/clear-id",
                                Map.of(
                                        "all",
                                        "yes",
                                        "cause",
                                        "desktop:3240 ",
                                        "sure",
                                        "yes",
                                        "understood",
                                        "yes",
                                        "typed",
                                        "300"))
                        .body())
                .contains("Nothing was cleared: type 3,000");
    }

    @Test
    void by_record_the_types_follow_each_other_to_the_last_page() {
        SampleBooks.addMany(RELINK.jdbc(), "pages", 3000);
        var browser = RELINK.browser().asAdmin();
        String byRecord = ERRORS + "?by=record&page=";
        assertThat(browser.get(byRecord + 1).body()).contains("1 to 100 of 3,005", "customer/20340", "invoice/10371");
        assertThat(browser.get(byRecord + 31).body())
                .contains("3,001 to 3,005 of 3,005", "item/mulch", "invoice/i")
                .doesNotContain("customer/20340", "invoice/10371");
    }

    @Test
    void the_numbers_of_the_pages_agree() {
        var browser = RELINK.browser().asAdmin();
        String overview = browser.get("/companies/pages").body();
        assertThat(overview)
                .contains("Not in step: 5 errors hold back 7 records, and 1 waits for your approval.")
                .contains("60 of 72 records in step.")
                .contains("2 next · 2 behind · 1 approval");
        assertThat(browser.get("/companies/pages/pending").body())
                .contains("5 records still to be told to QuickBooks, and 1 in doubt.");
        assertThat(browser.get("/companies/pages/records?state=in-step").body()).contains("1 to 60 of 60");
        assertThat(browser.get("/companies/pages/records?state=skipped").body()).contains("1 to 1 of 1");
        assertThat(browser.get("/companies/pages/records").body()).contains("1 to 72 of 72");
    }

    @Test
    void one_error_shows_both_sides_the_evidence_and_what_follows() {
        long error = number("select id from sync_error where company_id = 'pages' and record_id = '20340'");
        String page = RELINK.browser().asAdmin().get(ERRORS + "/" + error).body();
        assertThat(page)
                .contains("Customer Birchwood HOA", "1 of 5", "The record and its likely twin", "Differs", "Equal")
                .contains("&lt;CustomerModRq requestID=", "Relink to Birchwood Homeowners Assn.")
                .contains("invoice 10433", "Jan Kowalski");
        assertThat(RELINK.browser().asAdmin().get(ERRORS + "/999999").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_awaits_approval_goes_once_somebody_says_yes() {
        var browser = RELINK.browser().asAdmin();
        browser.post("/companies/pages/pending", "/companies/pages/pending/approve", Map.of("of", "invoice/10447"));
        assertThat(pending("10447")).isEqualTo("waiting send");
        assertThat(browser.get("/companies/pages").body()).contains("approved invoice", "10447");
    }

    @Test
    void all_that_await_approval_go_at_once_though_a_page_shows_a_hundred() {
        SampleBooks.addMany(RELINK.jdbc(), "pages", 150);
        RELINK.jdbc()
                .sql("delete from sync_error where company_id = 'pages' and type = 'invoice'")
                .update();
        RELINK.jdbc()
                .sql(
                        "update pending_sync set state = 'awaiting-approval' where company_id = 'pages' and type = 'invoice' and state = 'held'")
                .update();
        var browser = RELINK.browser().asAdmin();
        assertThat(browser.get("/companies/pages/pending").body())
                .contains("All 152 that await approval, not only these 100", "data-live=\"approval\">152<");
        browser.post("/companies/pages/pending", "/companies/pages/pending/approve", Map.of("all", "yes"));
        assertThat(browser.get("/companies/pages/pending").body())
                .contains("152 records approved")
                .contains("data-live=\"approval\">0<");
    }

    @Test
    void lines_of_a_spreadsheet_become_bindings_in_one_repair_that_can_be_undone() {
        var browser = RELINK.browser().asAdmin();
        browser.post("/companies/pages/bindings", "/companies/pages/bindings/import", Map.of("lines", """
                type,id,quickbooksId
                customer,20561,80000C01-1715099460
                customer,20118,80000C02-1715099460
                customer,20561,80000C03-1715099460
                customer,nobody,80000C04-1715099460
                tree,1,80000C05-1715099460
                customer,c1,80000C05-1715099460-far-too-long-for-an-id
                customer,c2"""));
        String page = browser.get("/companies/pages/bindings").body();
        assertThat(page)
                .contains("2 of 7 lines taken")
                .contains(
                        "Line 4: Line 2 is about the same record.", "Line 5: The app has sent no customer \"nobody\".")
                .contains(
                        "Line 6: The app has sent no tree",
                        "Line 7: Refused:",
                        "Line 8: The line does not have the columns");
        assertThat(pending("20561")).isEqualTo("waiting check-binding");
        assertThat(pending("20118")).isEqualTo("waiting check-binding");
        Matcher undo = Pattern.compile("/companies/pages/repairs/\\d+/undo").matcher(page);
        assertThat(undo.find()).isTrue();
        browser.post("/companies/pages/bindings", undo.group(), Map.of());
        assertThat(pending("20561")).isEqualTo("held send");
        assertThat(pending("20118")).isEqualTo("held send");
    }

    @Test
    void a_stopped_company_says_why_and_goes_on_once_an_administrator_confirms_the_file() {
        RELINK.jdbc().sql("""
                        update connection set state = 'stopped', stopped_because = 'wrong-company-file',
                               stopped_detail = 'Cedar.qbw is open, Acme Tree Care.qbw is expected' where company_id = 'pages'
                        """).update();
        var admin = RELINK.browser().asAdmin();
        assertThat(admin.get("/companies/pages").body()).contains("Stopped: nothing is sent");
        assertThat(admin.get("/companies/pages/connection").body())
                .contains("Cedar.qbw is open", "Confirm the company file");
        assertThat(as("operator@example.com", Role.OPERATOR)
                        .post("/companies/pages/connection", "/companies/pages/connection/resume", Map.of())
                        .statusCode())
                .isEqualTo(403);
        admin.post("/companies/pages/connection", "/companies/pages/connection/resume", Map.of());
        assertThat(admin.get("/companies/pages/connection").body())
                .contains("Sending goes on")
                .doesNotContain("is stopped");
        assertThat(number("select count(*) from audit where company_id = 'pages' and act = 'confirm company file'"))
                .isEqualTo(1);
    }

    @Test
    void a_renewed_password_is_shown_once_and_the_qwc_file_never_holds_it() {
        var admin = RELINK.browser().asAdmin();
        String shown = admin.post("/companies/pages/connection", "/companies/pages/connection/password", Map.of())
                .body();
        Matcher password =
                Pattern.compile("<code id=\"secret\"[^>]*>([^<]+)</code>").matcher(shown);
        assertThat(password.find()).isTrue();
        assertThat(admin.get("/companies/pages/connection").body()).doesNotContain(password.group(1));
        var file = admin.get("/companies/pages/web-connector.qwc");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"pages.qwc\"");
        assertThat(file.body()).contains("<UserName>pages</UserName>").doesNotContain(password.group(1));
    }

    @Test
    void a_flow_is_put_on_approval_by_an_administrator() {
        var admin = RELINK.browser().asAdmin();
        admin.post(
                "/companies/pages/flows",
                "/companies/pages/flows/vendor",
                Map.of("mode", "approval", "onDelete", "ignore"));
        assertThat(admin.get("/companies/pages/flows").body())
                .contains("Vendor: sent after somebody approves it", "On approval");
        assertThat(as("viewer@example.com", Role.VIEWER)
                        .get("/companies/pages/flows")
                        .body())
                .doesNotContain("<select");
    }

    @Test
    void an_empty_company_says_what_to_do_first() {
        var admin = RELINK.browser().asAdmin();
        for (String place :
                List.of("", "/errors", "/pending", "/records", "/bindings", "/history", "/connection", "/flows")) {
            assertThat(admin.get("/companies/cedar" + place).statusCode())
                    .as(place)
                    .isEqualTo(200);
        }
        assertThat(admin.get("/companies/cedar").body()).contains("the app has sent no record");
    }

    private static long number(String sql) {
        return RELINK.jdbc().sql(sql).query(Long.class).single();
    }

    static RunningRelink.Browser as(String email, Role role) {
        String password = "a long enough password";
        var people = RELINK.bean(People.class);
        RELINK.jdbc()
                .sql("delete from person where email = :email")
                .param("email", email)
                .update();
        var person = people.add(email, role.label(), Access.everywhere(role));
        people.setPassword(person.id(), password);
        return RELINK.browser().signIn(email, password);
    }

    private static String pending(String record) {
        return RELINK.jdbc()
                .sql("select state || ' ' || mode from pending_sync where company_id = 'pages' and record_id = :record")
                .param("record", record)
                .query(String.class)
                .single();
    }
}
