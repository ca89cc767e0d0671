package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.relink.RunningRelink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A company's pages in a real browser. Screenshots in target. */
class CompanyPagesInBrowserTest {

    private static final RunningRelink RELINK = RunningRelink.shared();

    private static BrowserContext context;

    /** Somebody at the desk, for all of this. Without motion: axe shall not measure colours half way. */
    @BeforeAll
    static void signIn() {
        context = Chromium.shared()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setReducedMotion(ReducedMotion.REDUCE));
        Chromium.signedIn(context, RunningRelink.ADMIN_EMAIL, RunningRelink.ADMIN_PASSWORD)
                .close();
    }

    @AfterAll
    static void leave() {
        if (context != null) {
            context.close();
        }
    }

    @Test
    void every_page_is_accessible_and_fits() {
        SampleBooks.make(RELINK.jdbc(), "look", "");
        SampleBooks.make(RELINK.jdbc(), "many", "");
        SampleBooks.addMany(RELINK.jdbc(), "many", 150);
        List<String> wrong = new ArrayList<>();
        try (Page page = context.newPage()) {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    wrong.add(page.url() + " console: " + message.text());
                }
            });
            pages().forEach((name, path) -> {
                page.navigate(RELINK.at(path).toString());
                wrong.addAll(Look.at(page, "company-" + name));
            });
            page.navigate(RELINK.at("/companies/look/errors").toString());
            page.check("[aria-label='All errors of this page']");
            page.locator("[data-act=unfold]").first().click();
            page.waitForSelector("tr.panel");
            page.click(".why-not summary");
            page.click("[data-more] > summary");
            wrong.addAll(Look.at(page, "company-ticked"));
            page.click("[data-bulk=clear-id]");
            page.waitForSelector("dialog[open]");
            wrong.addAll(Look.at(page, "company-clear-id", "dialog"));
        }
        assertThat(wrong).isEmpty();
    }

    private static Map<String, String> pages() {
        long error = RELINK.jdbc()
                .sql("select id from sync_error where company_id = 'look' and record_id = '20340'")
                .query(Long.class)
                .single();
        long line = RELINK.jdbc()
                .sql("select max(id) from history where company_id = 'look' and message_set_id is not null")
                .query(Long.class)
                .single();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/companies/look");
        pages.put("errors", "/companies/look/errors");
        pages.put("errors-many", "/companies/many/errors");
        pages.put("errors-many-one-cause", "/companies/many/errors?cause=desktop:3240%20");
        pages.put("errors-waiting", "/companies/look/errors?tab=waiting-on-parent");
        pages.put("errors-resolved", "/companies/look/errors?tab=resolved");
        pages.put("errors-in-doubt", "/companies/look/errors?tab=in-doubt");
        pages.put("errors-retrying", "/companies/look/errors?tab=retrying");
        pages.put("errors-skipped", "/companies/look/errors?tab=skipped");
        pages.put("errors-none", "/companies/look/errors?q=nothing+like+it");
        pages.put("error", "/companies/look/errors/" + error);
        pages.put("pending", "/companies/look/pending");
        pages.put("preview", "/companies/look/pending/customer/20580");
        pages.put("first-link", "/companies/look/first-link");
        pages.put("notices", "/companies/look/notices");
        pages.put("records", "/companies/look/records");
        pages.put("record", "/companies/look/records/customer/20340");
        pages.put("record-invoice", "/companies/look/records/invoice/10371");
        pages.put("bindings", "/companies/look/bindings");
        pages.put("history", "/companies/look/history");
        pages.put("exchange", "/companies/look/history/" + line);
        pages.put("connection", "/companies/look/connection");
        pages.put("flows", "/companies/look/flows");
        return pages;
    }

    @Test
    void two_records_are_ticked_looked_at_cleared_and_gone_from_the_list() {
        SampleBooks.make(RELINK.jdbc(), "story", "");
        try (Page page = context.newPage()) {
            page.navigate(RELINK.at("/companies/story/errors").toString());
            page.check("[aria-label='Birchwood HOA']");
            page.check("[aria-label='Smith, John']");
            assertThat(page.textContent("[data-ticked]")).isEqualTo("2 ticked. 1 of 2 can be cleared; 1 cannot.");
            page.click("text=Why 1 cannot");
            assertThat(page.textContent("[data-why-list]"))
                    .contains("Customer Smith, John", "not linked to anything", "Relink or Rename");
            page.uncheck("[aria-label='Smith, John']");
            page.check("[aria-label='Hollis, Margaret']");
            assertThat(page.textContent("[data-bulk=clear-id]").strip()).isEqualTo("Clear ID for 2…");
            page.click("[data-bulk=clear-id]");
            page.waitForSelector("dialog.sheet[open]");
            assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("H2");
            assertThat(page.textContent("#repair"))
                    .contains("1 relinked to a twin", "1 created", "Likely twin", "Gone", "Clear ID for 2 records");
            page.keyboard().press("Escape");
            assertThat(page.isChecked("[aria-label='Birchwood HOA']")).isTrue();
            page.click("[data-bulk=clear-id]");
            page.waitForSelector("dialog.sheet[open]");
            page.click("#repair .btn-main");
            assertThat(page.isVisible("#repair"))
                    .as("the warning is not ticked yet")
                    .isTrue();
            page.check("[name=understood]");
            page.click("#repair .btn-main");
            page.waitForSelector("text=ID cleared for 2 records");
            assertThat(page.locator("[aria-label='Birchwood HOA']").count()).isZero();
            assertThat(page.locator("[aria-label='Smith, John']").count()).isEqualTo(1);
            page.click("text=Undo");
            page.waitForSelector("text=2 records are as before.");
            assertThat(page.locator("[aria-label='Birchwood HOA']").count()).isEqualTo(1);
        }
    }

    @Test
    void one_id_is_cleared_from_its_row_and_the_row_is_gone() {
        SampleBooks.make(RELINK.jdbc(), "single", "");
        try (Page page = context.newPage()) {
            page.navigate(RELINK.at("/companies/single/errors").toString());
            page.click("tr.line:has-text('Hollis, Margaret') button:has-text('Clear ID')");
            page.waitForSelector("dialog.sheet[open]");
            assertThat(page.textContent("#repair")).contains("Clear ID of customer Hollis, Margaret", "1 created");
            page.check("[name=understood]");
            page.click("#repair .btn-main");
            page.waitForSelector("text=ID cleared for 1 record");
            assertThat(page.locator("[aria-label='Hollis, Margaret']").count()).isZero();
        }
    }

    @Test
    void a_filter_changes_the_list_and_the_address_and_a_tab_shows_what_waits() {
        SampleBooks.make(RELINK.jdbc(), "tabs", "");
        try (Page page = context.newPage()) {
            page.navigate(RELINK.at("/companies/tabs/errors").toString());
            page.focus("[name=type]");
            page.selectOption("[name=type]", "item");
            page.waitForURL("**type=item**");
            assertThat(page.locator("tr.line").count()).isEqualTo(1);
            assertThat(page.evaluate("document.activeElement.name"))
                    .as("focus is kept")
                    .isEqualTo("type");
            page.navigate(RELINK.at("/companies/tabs/errors").toString());
            page.click("[aria-label='2 that wait on Birchwood HOA']");
            page.waitForSelector("text=What waits on customer");
            assertThat(page.locator("tr.line").count()).isEqualTo(2);
            RELINK.jdbc()
                    .sql(
                            "update pending_sync set state = 'held' where company_id = 'tabs' and state = 'waiting-on-parent'")
                    .update();
            page.focus("[name=type]");
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            page.waitForSelector("text=The numbers have changed");
            assertThat(page.textContent(".sections [data-live=errors]")).isEqualTo("7");
            assertThat(page.locator("tr.line").count())
                    .as("somebody works with the list: it stays")
                    .isEqualTo(2);
            page.evaluate("document.activeElement.blur()");
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            page.waitForSelector("tr.line", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(page.isVisible("text=The numbers have changed")).isFalse();
        }
    }

    @Test
    void errors_are_walked_through_opened_and_ticked_by_keys() {
        SampleBooks.make(RELINK.jdbc(), "keys", "");
        try (Page page = context.newPage()) {
            page.navigate(RELINK.at("/companies/keys/errors").toString());
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.isChecked("[aria-label='Birchwood HOA']")).isTrue();
            page.keyboard().press("o");
            page.waitForSelector("tr.panel >> text=QuickBooks answered");
            page.keyboard().press("?");
            page.waitForSelector("#keys[open]");
            page.keyboard().press("Escape");
            assertThat(page.isVisible("#keys")).isFalse();
            page.keyboard().press("/");
            assertThat(page.evaluate("document.activeElement.name")).isEqualTo("q");
            page.focus("tr.line .record a");
            page.keyboard().press("Enter");
            page.waitForSelector("h1:has-text('Customer Birchwood HOA')");
            page.keyboard().press("j");
            page.waitForSelector("text=2 of 5");
            page.keyboard().press("g");
            page.keyboard().press("o");
            page.waitForSelector("#verdict");
        }
    }

    @Test
    void clear_id_of_hundreds_shows_how_far_it_is_wherever_one_goes_and_how_it_ended() {
        SampleBooks.make(RELINK.jdbc(), "press", "");
        SampleBooks.addMany(RELINK.jdbc(), "press", 600);
        try (Page page = context.newPage()) {
            page.navigate(
                    RELINK.at("/companies/press/errors?cause=desktop:3240%20").toString());
            page.check("[aria-label='All errors of this page']");
            page.check("[data-matching]");
            page.click("[data-bulk=clear-id]");
            page.waitForSelector("dialog.sheet[open]");
            page.check("[name=understood]");
            page.fill("#typed", "600");
            whileNobodyMayRepair("press", () -> {
                page.click("#repair .btn-main");
                page.waitForSelector("#press progress");
                assertThat(page.textContent("#press"))
                        .contains("Clear ID for 600 records", "0 of 600", "goes on when you leave");
                page.navigate(RELINK.at("/companies/press/history").toString());
                page.waitForSelector("#press progress");
            });
            page.waitForSelector("#press .said");
            assertThat(page.textContent("#press"))
                    .contains("ID cleared for 600 records", "Relinks 0, creates 0, looks up 600 first.");
            page.waitForSelector("#press-said:has-text('ID cleared for 600 records')", attached());
            page.click("#press >> text=Close");
            assertThat(page.locator("#press .said").count()).isZero();
        }
    }

    /** A run that holds the company. */
    private static void whileNobodyMayRepair(String company, Runnable look) {
        new TransactionTemplate(RELINK.bean(PlatformTransactionManager.class)).executeWithoutResult(held -> {
            RELINK.bean(JdbcClient.class)
                    .sql("select epoch from lease where company_id = :company for update")
                    .param("company", company)
                    .query(Long.class)
                    .single();
            look.run();
        });
    }

    /** It is for ears only. */
    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
    }

    @Test
    void an_id_is_cleared_without_script() {
        SampleBooks.make(RELINK.jdbc(), "plain", "");
        try (BrowserContext plain =
                Chromium.shared().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = Chromium.signedIn(plain, RunningRelink.ADMIN_EMAIL, RunningRelink.ADMIN_PASSWORD);
            page.navigate(RELINK.at("/companies/plain/errors").toString());
            page.check("[aria-label='Hollis, Margaret']");
            page.click("[data-bulk=clear-id]");
            page.check("[name=understood]");
            page.click("#repair .btn-main");
            assertThat(page.textContent(".said")).contains("ID cleared for 1 record");
        }
    }
}
