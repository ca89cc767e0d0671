package dev.relink.quickbooks.online.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import dev.relink.RunningRelink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One button, Intuit's page of consent, and back: in a real browser, under our own policy. Screenshots in target. */
class ConnectingInBrowserTest {

    private static final RunningRelink RELINK = RunningRelink.shared();

    @Test
    void a_company_is_connected_with_one_button_confirmed_and_disconnected() {
        Path chromium =
                Path.of(Optional.ofNullable(System.getenv("RELINK_CHROMIUM")).orElse("/usr/bin/chromium"));
        assumeTrue(
                Files.isExecutable(chromium), "No chromium at " + chromium + ": set RELINK_CHROMIUM, or install it.");
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setChromiumSandbox(false));
                BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setReducedMotion(ReducedMotion.REDUCE))) {
            connects(context.newPage());
        }
    }

    private static void connects(Page page) {
        String realm = RELINK.intuit().realm("Birch & Sons, Inc.");
        RELINK.api(
                "POST",
                "/api/v1/companies",
                RunningRelink.ADMIN_TOKEN,
                "{\"id\":\"in-browser\",\"name\":\"Birch & Sons\",\"quickbooks\":\"online\"}");
        signIn(page);
        page.navigate(RELINK.at("/companies/in-browser/connection").toString());
        look(page, "online-new");
        page.click("main button:has-text('Connect to QuickBooks') >> nth=0");
        page.waitForURL(Pattern.compile(".*/connect/oauth2.*"));
        page.selectOption("select[name=realm]", realm);
        page.click("button[value=connect]");
        page.waitForURL("**/connection?online=is-it");
        assertThat(page.textContent("main")).contains("Is this the company?", "Birch & Sons, Inc.", realm);
        look(page, "online-is-it");
        page.click("text=Yes, this is it");
        page.waitForURL("**/connection?online=connected");
        look(page, "online-connected");
        page.click("text=Disconnect QuickBooks Online…");
        page.click("button:text-is('Disconnect')");
        page.waitForURL("**/connection?online=disconnected");
        look(page, "online-disconnected");
    }

    private static void signIn(Page page) {
        page.navigate(RELINK.at("/sign-in").toString());
        page.fill("#email", RunningRelink.ADMIN_EMAIL);
        page.fill("#password", RunningRelink.ADMIN_PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(RELINK.at("/").toString());
    }

    /** By day at the desk, by night on the phone. Without motion: axe shall not measure colours half way. */
    private static void look(Page page, String shot) {
        look(page, shot, "light", 1280);
        look(page, shot, "dark", 390);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .filteredOn(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .as(shot)
                .isEmpty();
        page.setViewportSize(1280, 900);
    }

    private static void look(Page page, String shot, String theme, int width) {
        page.evaluate("s => { document.documentElement.dataset.bsTheme = s; }", theme);
        page.setViewportSize(width, 900);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", shot + "-" + width + "-" + theme + ".png")));
        Object wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wider).intValue()).as(shot + " at " + width).isNotPositive();
    }
}
