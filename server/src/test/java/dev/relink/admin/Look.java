package dev.relink.admin;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What is wrong with a page as it stands, in both themes, at the desk and on the phone: what axe finds serious, and what is
 * wider than the screen. The page is loaded once; axe runs all of its rules in the light at the desk and in the dark on the
 * phone, and in the two other looks the one whose answer depends on both. With {@code SCREENS} set each look also
 * becomes a picture in target/screens.
 */
public final class Look {

    private static final String AXE = script();
    private static final boolean PICTURES = System.getenv("SCREENS") != null;

    private enum Theme {
        LIGHT,
        DARK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int DESK = 1440;
    private static final int PHONE = 390;

    private Look() {}

    /** @param name of the page, for messages and pictures */
    public static List<String> at(Page page, String name) {
        return at(page, name, "html");
    }

    /** @param part what axe looks at, such as an open dialog whose page it has seen */
    public static List<String> at(Page page, String name, String part) {
        List<String> wrong = new ArrayList<>();
        page.evaluate(AXE);
        look(page, name, part, Theme.LIGHT, DESK, true, wrong);
        look(page, name, part, Theme.DARK, DESK, false, wrong);
        look(page, name, part, Theme.DARK, PHONE, true, wrong);
        look(page, name, part, Theme.LIGHT, PHONE, false, wrong);
        page.setViewportSize(DESK, 900);
        return wrong;
    }

    private static void look(
            Page page, String name, String part, Theme theme, int width, boolean whole, List<String> wrong) {
        if (page.viewportSize().width != width) {
            page.setViewportSize(width, 900);
        }
        page.evaluate("theme => { document.documentElement.dataset.bsTheme = theme; }", theme.word());
        String shot = name + "-" + width + "-" + theme.word();
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(part.equals("html"))
                    .setPath(Path.of("target", "screens", shot + ".png")));
        }
        int wider = ((Number)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        if (wider > 0) {
            wrong.add(shot + ": is " + wider + " px wider than the screen");
        }
        axe(page, part, whole).forEach(finding -> wrong.add(shot + ": " + finding));
    }

    /** The same impact as the rules themselves give; lesser ones are for the eye. */
    private static List<String> axe(Page page, String part, boolean whole) {
        Object found = page.evaluate("""
                async ([part, whole]) => {
                  const only = whole ? {} : { runOnly: ['color-contrast'] };
                  const told = await axe.run(part, { ...only, resultTypes: ['violations'], elementRef: false });
                  return told.violations.filter(rule => ['serious', 'critical'].includes(rule.impact))
                    .map(rule => `${rule.help} at ${rule.nodes[0].html}`);
                }""", List.of(part, whole));
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    private static String script() {
        try (InputStream file = Objects.requireNonNull(Look.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
