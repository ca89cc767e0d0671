package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.relink.RunningRelink;
import dev.relink.company.CompanyId;
import dev.relink.firstlink.FirstLinks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The match wizard in a real browser: what is exact is linked at once, the rest one by one. Screenshots in target. */
class FirstLinkInBrowserTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final String COMPANY = "wizard";

    /** As QuickBooks was read at the first run. */
    private static final String ENTRIES = """
            insert into quickbooks_entry (company_id, list, quickbooks_id, full_name, edit_token, facts, read_at)
            values ('wizard', 'customer', '80000001-1700000000', 'Hollis, Margaret', '1',
                    '{"name": "Hollis, Margaret", "email": "m.hollis@example.com"}', now()),
                   ('wizard', 'customer', '80000002-1700000000', 'Birchwood Homeowners Assn.', '1',
                    '{"name": "Birchwood Homeowners Assn.", "phone": "(503) 555-0177", "email": "office@birchwood.example"}', now()),
                   ('wizard', 'customer', '80000003-1700000000', 'Oakmont Apartments', '1',
                    '{"name": "Oakmont Apartments", "phone": "503-555-0190"}', now())
            """;

    private static void aCompanyThatWasThereBefore() {
        var api = RELINK;
        api.api("POST", "/api/v1/companies", RunningRelink.ADMIN_TOKEN, """
                {"id": "wizard", "name": "Wizard Tree Care", "quickbooks": "desktop"}""");
        Map.of(
                        "1",
                                "{\"name\": \"Hollis, Margaret\", \"email\": \"m.hollis@example.com\", \"phone\": \"503-555-0101\"}",
                        "2", "{\"name\": \"Birchwood HOA\", \"phone\": \"503-555-0177\"}",
                        "3", "{\"name\": \"Oakmont Apartments\", \"phone\": \"503-555-0999\"}")
                .forEach((id, json) -> api.api(
                        "PUT", "/api/v1/companies/wizard/records/customer/" + id, RunningRelink.ADMIN_TOKEN, json));
        RELINK.jdbc().sql(ENTRIES).update();
        var company = new CompanyId(COMPANY);
        RELINK.bean(FirstLinks.class).begin(company, "Priya Nair");
        RELINK.bean(FirstLinks.class).listsRead(company);
    }

    @Test
    void exact_matches_are_linked_together_and_the_others_one_by_one() {
        Browser browser = Chromium.shared();
        aCompanyThatWasThereBefore();
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = Chromium.signedIn(context, RunningRelink.ADMIN_EMAIL, RunningRelink.ADMIN_PASSWORD);
            page.navigate(RELINK.at("/companies/wizard/pending").toString());
            look(page, "pending-with-first-link");
            page.click("#first-link a");
            assertThat(page.textContent("#rows"))
                    .contains("Hollis, Margaret", "phone")
                    .doesNotContain("Oakmont");
            look(page, "first-link-exact");
            page.click("text=Link all 1 exact");
            page.waitForSelector("text=1 record linked to what QuickBooks has.");
            look(page, "first-link-review");
            assertThat(page.textContent("#rows")).contains("Birchwood Homeowners Assn.", "Same phone", "503-555-0999");
            page.click("button:has-text('Link Birchwood HOA')");
            page.waitForSelector("text=1 record linked to what QuickBooks has.");
            page.check("[aria-label='Oakmont Apartments']");
            page.click("[data-bulk=create]");
            page.waitForSelector("text=1 record to be created at the next run.");
            page.navigate(RELINK.at("/companies/wizard/pending/customer/3").toString());
            assertThat(page.textContent("pre")).contains("<CustomerAdd", "Oakmont Apartments");
            look(page, "preview");
            page.navigate(RELINK.at("/companies/wizard/history?q=first+link").toString());
            look(page, "history-searched");
            page.navigate(RELINK.at("/companies/wizard/bindings").toString());
            page.click("text=Lines from a spreadsheet");
            look(page, "bindings-paste");
        }
        assertThat(bound()).containsExactly("1 80000001-1700000000", "2 80000002-1700000000");
    }

    private static List<String> bound() {
        return RELINK.jdbc()
                .sql("select record_id || ' ' || quickbooks_id from binding where company_id = 'wizard' order by 1")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static void look(Page page, String shot) {
        assertThat(Look.at(page, shot)).isEmpty();
    }
}
