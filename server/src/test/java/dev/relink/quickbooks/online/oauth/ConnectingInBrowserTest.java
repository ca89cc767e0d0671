package dev.relink.quickbooks.online.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.relink.RunningRelink;
import dev.relink.admin.Chromium;
import dev.relink.admin.Look;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One button, Intuit's page of consent, and back: in a real browser, under our own policy. Screenshots in target. */
class ConnectingInBrowserTest {

    private static final RunningRelink RELINK = RunningRelink.shared();

    @Test
    void a_company_is_connected_with_one_button_confirmed_and_disconnected() {
        try (BrowserContext context = Chromium.shared()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setReducedMotion(ReducedMotion.REDUCE))) {
            connects(Chromium.signedIn(context, RunningRelink.ADMIN_EMAIL, RunningRelink.ADMIN_PASSWORD));
        }
    }

    private static void connects(Page page) {
        String realm = RELINK.intuit().realm("Birch & Sons, Inc.");
        RELINK.api(
                "POST",
                "/api/v1/companies",
                RunningRelink.ADMIN_TOKEN,
                "{\"id\":\"in-browser\",\"name\":\"Birch & Sons\",\"quickbooks\":\"online\"}");
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

    private static void look(Page page, String shot) {
        assertThat(Look.at(page, shot)).isEmpty();
    }
}
