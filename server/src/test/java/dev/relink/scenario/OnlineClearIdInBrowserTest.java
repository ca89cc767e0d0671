package dev.relink.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.relink.RunningRelink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clear ID on QuickBooks Online as a person does it: from the row of the error, and the page follows within seconds. */
class OnlineClearIdInBrowserTest {

    private static final RunningRelink RELINK = RunningRelink.shared();

    @Test
    void an_id_is_cleared_from_its_row_and_the_page_tells_by_itself_that_nothing_is_left_to_do() {
        Path chromium =
                Path.of(Optional.ofNullable(System.getenv("RELINK_CHROMIUM")).orElse("/usr/bin/chromium"));
        assumeTrue(
                Files.isExecutable(chromium), "No chromium at " + chromium + ": set RELINK_CHROMIUM, or install it.");
        Sent invoice = Sent.invoice("n1", "c1").line("l1", "i1", "2", "75.00");
        OnlineStory story = OnlineStory.begins()
                .sends(Sent.customer("c1", "Hollis, Margaret"), Sent.item("i1", "Stump grinding"), invoice)
                .comesTo("synced", "invoice/n1")
                .deletes("invoice", "invoice/n1")
                .sends(invoice.with("memo", "Behind the barn"))
                .comesToError("invoice/n1");
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setChromiumSandbox(false))) {
            Page page = browser.newPage();
            signIn(page);
            page.navigate(RELINK.at("/companies/" + story.company + "/errors").toString());
            page.click("tr.line button:has-text('Clear ID')");
            page.waitForSelector("dialog.sheet[open]");
            page.check("[name=understood]");
            page.click("#repair .btn-main");
            page.waitForSelector("text=ID cleared for 1 record");
            page.locator("[data-live=pending]")
                    .first()
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
        story.comesTo("synced", "invoice/n1");
        story.hasNoTwins();
        assertThat(story.troubles()).isEmpty();
    }

    private static void signIn(Page page) {
        page.navigate(RELINK.at("/sign-in").toString());
        page.fill("#email", RunningRelink.ADMIN_EMAIL);
        page.fill("#password", RunningRelink.ADMIN_PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL(RELINK.at("/").toString());
    }
}
