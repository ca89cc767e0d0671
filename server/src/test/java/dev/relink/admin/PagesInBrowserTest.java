package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.relink.RunningRelink;
import dev.relink.company.CompanyId;
import dev.relink.syncerror.SyncErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In a real browser: accessible, nothing blocked by our own policy, nothing wider than the screen. Screenshots in target. */
class PagesInBrowserTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("companies", "/"),
            Map.entry("people", "/people"),
            Map.entry("person", "/people/1"),
            Map.entry("audit", "/audit"),
            Map.entry("broken", "/companies/delta"),
            Map.entry("stopped", "/companies/cedar/connection"),
            Map.entry("account", "/account"),
            Map.entry("notices", "/companies/acme/notices"),
            Map.entry("status-codes", "/status-codes?q=3120"),
            Map.entry("no-status-code", "/status-codes?q=no+such+thing"),
            Map.entry("unknown-codes", "/unknown-codes"),
            Map.entry(
                    "status-code",
                    "/status-codes/desktop/3120?message=Object+%2280000A3F-1715099460%22+specified+in+the+request+cannot+be+found."));

    /** As the Web Connector writes it, with a line that is longer than a small screen. */
    private static final String LOG = """
            20261124.09:15:00 UTC : QBWebConnector.SOAPWebService.ProcessRequestXML() : QBWC1013: Error connecting to QuickBooks.
            Error message: 0x80040408 Could not start QuickBooks.
            <CustomerAddRs statusCode="3100" statusMessage="The name &quot;Hollis, Margaret&quot; of the list element is already in use." />
            """;

    private static Browser browser;

    @BeforeAll
    static void openBrowser() {
        browser = Chromium.shared();
        SampleCompanies.add(RELINK.jdbc());
        RELINK.bean(SyncErrors.class)
                .unknown(
                        new CompanyId("cedar"),
                        List.of("desktop:4713"),
                        List.of(
                                "The gizmo \"80000A3F-1715099460\" is too blue: Some.Very.Long.Name.That.Is.Not.Broken.Anywhere"),
                        Instant.parse("2026-11-25T09:00:00Z"));
    }

    @Test
    void every_page_is_accessible_and_fits() {
        List<String> wrong = new ArrayList<>();
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    wrong.add(page.url() + " console: " + message.text());
                }
            });
            page.navigate(RELINK.at("/sign-in").toString());
            wrong.addAll(Look.at(page, "sign-in"));
            signIn(page);
            PAGES.forEach((name, path) -> {
                page.navigate(RELINK.at(path).toString());
                wrong.addAll(Look.at(page, name));
            });
            page.navigate(RELINK.at("/status-codes").toString());
            page.fill("#log", LOG);
            page.click("text=Explain it");
            assertThat(page.locator("section.finding").count()).isEqualTo(3);
            wrong.addAll(Look.at(page, "log"));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_theme_is_remembered_and_times_are_in_the_readers_zone() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(ColorScheme.LIGHT)
                .setTimezoneId("America/Chicago"))) {
            Page page = context.newPage();
            page.navigate(RELINK.at("/sign-in").toString());
            signIn(page);
            page.click("[data-act=theme]");
            page.navigate(RELINK.at("/audit").toString());
            assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark");
            assertThat(page.textContent("[data-zone]")).isEqualTo("Times are yours: America/Chicago");
            assertThat(page.locator("time").first().getAttribute("title")).contains("GMT-");
        }
        try (BrowserContext night =
                browser.newContext(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK))) {
            Page page = night.newPage();
            page.navigate(RELINK.at("/sign-in").toString());
            assertThat(page.getAttribute("html", "data-bs-theme")).isEqualTo("dark");
        }
    }

    @Test
    void an_inline_script_would_not_run_even_if_one_came_in() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(RELINK.at("/sign-in").toString());
            Object violated = page.evaluate("""
                    () => new Promise(tell => {
                      document.addEventListener('securitypolicyviolation', event => tell(event.effectiveDirective));
                      const script = document.createElement('script');
                      script.textContent = 'window.ran = true';
                      document.body.append(script);
                    })""");
            assertThat(violated).isEqualTo("script-src-elem");
            assertThat(page.evaluate("() => window.ran === undefined")).isEqualTo(true);
        }
    }

    @Test
    void everything_works_without_script() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(RELINK.at("/sign-in").toString());
            signIn(page);
            page.click("summary.who");
            page.click("text=Sign out");
            assertThat(page.url()).endsWith("/sign-in");
        }
    }

    private static void signIn(Page page) {
        page.fill("#email", RunningRelink.ADMIN_EMAIL);
        page.fill("#password", RunningRelink.ADMIN_PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(RELINK.at("/").toString());
    }
}
