package dev.relink.admin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.relink.RunningRelink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A real browser, once per test JVM; it ends with it. */
public final class Chromium {

    private static final Path PROGRAM =
            Path.of(Optional.ofNullable(System.getenv("RELINK_CHROMIUM")).orElse("/usr/bin/chromium"));

    private Chromium() {}

    private static final class Holder {
        static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        static final Browser ONE = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setChromiumSandbox(false));
    }

    /** Skips the test where there is none. */
    public static Browser shared() {
        assumeTrue(Files.isExecutable(PROGRAM), "No chromium at " + PROGRAM + ": set RELINK_CHROMIUM, or install it.");
        return Holder.ONE;
    }

    /** Somebody at the desk. */
    public static Page signedIn(BrowserContext context, String email, String password) {
        Page page = context.newPage();
        page.navigate(RunningRelink.shared().at("/sign-in").toString());
        page.fill("#email", email);
        page.fill("#password", password);
        page.press("#password", "Enter");
        page.waitForURL(RunningRelink.shared().at("/").toString());
        return page;
    }
}
