package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.relink.RunningRelink;
import dev.relink.company.CompanyId;
import dev.relink.syncerror.SyncErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a real browser: accessible, nothing blocked by our own policy, nothing wider than the screen. Screenshots in target. */
class PagesInBrowserTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("sign-in", "/sign-in"),
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

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void openBrowser() {
        Path chromium =
                Path.of(Optional.ofNullable(System.getenv("RELINK_CHROMIUM")).orElse("/usr/bin/chromium"));
        assumeTrue(
                Files.isExecutable(chromium), "No chromium at " + chromium + ": set RELINK_CHROMIUM, or install it.");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setChromiumSandbox(false));
        SampleCompanies.add(RELINK.jdbc());
        RELINK.bean(SyncErrors.class)
                .unknown(
                        new CompanyId("cedar"),
                        List.of("desktop:4713"),
                        List.of(
                                "The gizmo \"80000A3F-1715099460\" is too blue: Some.Very.Long.Name.That.Is.Not.Broken.Anywhere"),
                        Instant.parse("2026-11-25T09:00:00Z"));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1440", "DARK,1440", "LIGHT,390", "DARK,390"})
    void every_page_is_accessible_and_fits(ColorScheme scheme, int width) {
        List<String> wrong = new ArrayList<>();
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900))) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    wrong.add("console: " + message.text());
                }
            });
            check(page, "sign-in", scheme, width, wrong);
            signIn(page);
            for (String name : PAGES.keySet()) {
                check(page, name, scheme, width, wrong);
            }
            page.navigate(RELINK.at("/status-codes").toString());
            page.fill("#log", LOG);
            page.click("text=Explain it");
            assertThat(page.locator("section.finding").count()).isEqualTo(3);
            judge(page, "log", scheme, width, wrong);
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

    private static void check(Page page, String name, ColorScheme scheme, int width, List<String> wrong) {
        page.navigate(RELINK.at(PAGES.getOrDefault(name, "/")).toString());
        judge(page, name, scheme, width, wrong);
    }

    private static void judge(Page page, String name, ColorScheme scheme, int width, List<String> wrong) {
        String shot = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", shot)));
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            if (List.of("serious", "critical").contains(rule.getImpact())) {
                wrong.add(shot + ": " + rule.getHelp() + " at "
                        + rule.getNodes().getFirst().getHtml());
            }
        }
        Object overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) overflow).intValue() > 0) {
            wrong.add(shot + ": is " + overflow + " px wider than the screen");
        }
    }
}
