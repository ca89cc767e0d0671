package dev.relink.admin;

import static dev.relink.catalogue.RepairKind.CLEAR_ID;
import static dev.relink.catalogue.RepairKind.CREATE_NEW;
import static dev.relink.catalogue.RepairKind.SKIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.relink.RunningRelink;
import dev.relink.catalogue.RepairKind;
import dev.relink.company.CompanyId;
import dev.relink.people.People;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every repair in a real browser: of one record and of three of which one cannot, by everybody; done, and undone. */
class RepairsInBrowserTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final String PASSWORD = "a repair is a repair";
    private static final Map<Role, Page> PAGES = new EnumMap<>(Role.class);

    @AfterAll
    static void leave() {
        PAGES.values().forEach(page -> page.context().close());
    }

    private static String company(Role role) {
        return "repairs-" + role.name().toLowerCase(Locale.ROOT);
    }

    /** Signed in once, with a company of their own. */
    private static Page at(Role role) {
        return PAGES.computeIfAbsent(role, any -> {
            RepairBooks.make(RELINK.jdbc(), company(role));
            var access = new Access(null, Map.of(new CompanyId(company(role)), role));
            var people = RELINK.bean(People.class);
            people.setPassword(people.add(email(role), role.label(), access).id(), PASSWORD);
            BrowserContext context = Chromium.shared()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(1440, 900)
                            .setReducedMotion(ReducedMotion.REDUCE));
            context.setDefaultTimeout(10_000);
            return Chromium.signedIn(context, email(role), PASSWORD);
        });
    }

    private static boolean mayDo(Role role, RepairKind kind) {
        return role == Role.ADMIN || role == Role.OPERATOR && kind != CLEAR_ID && kind != CREATE_NEW;
    }

    @TestFactory
    Stream<DynamicTest> a_repair_of_one_record_is_done_and_undone() {
        return Stream.of(Role.ADMIN, Role.OPERATOR)
                .flatMap(role -> RepairStory.ALL.stream()
                        .filter(story -> mayDo(role, story.kind()))
                        .map(story -> dynamicTest(story.kind().word() + " by " + role, () -> single(role, story))));
    }

    private static void single(Role role, RepairStory story) {
        Page page = at(role);
        String record = story.kind().word() + "-one";
        String before = stand(role, record);
        openError(page, role, record);
        String how = RepairButton.asks(story.kind()) ? "hx-post" : "formaction";
        page.click("button[" + how + "$='/errors/" + story.kind().word() + "']");
        if (RepairButton.asks(story.kind())) {
            look(page, role, story.kind().word());
            answer(page, story.answer());
        }
        page.waitForSelector(".said");
        assertThat(stand(role, record)).isEqualTo(expected(role, story.single(), "one"));
        assertThat(stand(role, story.kind().word() + "-two")).isEqualTo(before.replace("one", "two"));
        undo(page);
        assertThat(stand(role, record)).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> a_repair_of_many_tells_each_its_verdict_is_done_and_undone() {
        return Stream.of(Role.ADMIN, Role.OPERATOR)
                .flatMap(role -> RepairStory.ALL.stream()
                        .filter(story -> mayDo(role, story.kind()))
                        .map(story -> dynamicTest(story.kind().word() + " by " + role, () -> bulk(role, story))));
    }

    private static void bulk(Role role, RepairStory story) {
        Page page = at(role);
        List<String> all = List.of("one", "two", "not");
        List<String> can = story.kind() == SKIP ? all : List.of("one", "two");
        Map<String, String> before = stands(role, story.kind(), all);
        tickAll(page, role, story.kind());
        Locator button = page.locator("[data-bulk=" + story.kind().word() + "]");
        if (!button.isVisible()) {
            page.click("[data-more] > summary");
        }
        assertThat(button.textContent()).contains(can.size() == 3 ? "3" : "2");
        button.click();
        page.waitForSelector("dialog[open]");
        look(page, role, story.kind().word() + "-bulk");
        assertThat(page.locator("#repair tbody tr").count()).isEqualTo(3);
        assertThat(page.locator("#repair tbody tr:has-text('Refused:')").count())
                .isEqualTo(3 - can.size());
        answer(page, story.answerOfMany());
        page.waitForSelector(".said");
        for (String one : all) {
            assertThat(stand(role, story.kind().word() + "-" + one))
                    .as(one)
                    .isEqualTo(can.contains(one) ? expected(role, story.bulk(), one) : before.get(one));
        }
        undo(page);
        assertThat(stands(role, story.kind(), all)).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> who_may_not_clear_ids_sees_what_it_would_do_and_whom_to_ask() {
        return Stream.of(Role.OPERATOR, Role.VIEWER)
                .map(role -> dynamicTest("by " + role, () -> {
                    Page page = at(role);
                    String before = stand(role, "clear-id-one");
                    openError(page, role, "clear-id-one");
                    assertThat(page.locator("button[formaction$='/errors/clear-id']")
                                    .count())
                            .isZero();
                    page.click("button[formaction$='/errors/clear-id/look']");
                    page.waitForSelector("dialog[open]");
                    assertThat(page.textContent("#repair"))
                            .contains(
                                    "is for administrators",
                                    "Ask priya.nair",
                                    "Gone",
                                    "1 created",
                                    "nothing is changed");
                    assertThat(page.locator("#repair button[type=submit]").count())
                            .isZero();
                    page.click("#repair >> text=Close");
                    assertThat(stand(role, "clear-id-one")).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_theirs_has_no_button() {
        var viewer = reader(Role.VIEWER);
        var operator = reader(Role.OPERATOR);
        return Stream.of(RepairKind.values())
                .map(kind -> dynamicTest(kind.word(), () -> {
                    assertThat(buttons(viewer, Role.VIEWER, kind.word() + "-one"))
                            .allMatch(button -> button.endsWith("/look"));
                    if (!mayDo(Role.OPERATOR, kind)) {
                        assertThat(buttons(operator, Role.OPERATOR, kind.word() + "-one"))
                                .noneMatch(button -> button.endsWith("/errors/" + kind.word()));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_cannot_be_done_to_a_record_is_not_offered() {
        var admin = reader(Role.ADMIN);
        return Stream.of(RepairKind.values())
                .filter(kind -> kind != SKIP && kind != RepairKind.RELINK)
                .map(kind -> dynamicTest(
                        kind.word(),
                        () -> assertThat(buttons(admin, Role.ADMIN, kind.word() + "-not"))
                                .isNotEmpty()
                                .allMatch(button -> button.endsWith("/errors/skip"))));
    }

    /** Reads what the browser would be shown. */
    private static RunningRelink.Browser reader(Role role) {
        at(role);
        return RELINK.browser().signIn(email(role), PASSWORD);
    }

    private static List<String> buttons(RunningRelink.Browser browser, Role role, String record) {
        String page = browser.get(errorPath(role, record)).body();
        assertThat(page).contains("What happens next");
        return Pattern.compile("formaction=\"([^\"]*/errors/[^\"]*)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String email(Role role) {
        return role.name().toLowerCase(Locale.ROOT) + "@repairs.example";
    }

    private static void openError(Page page, Role role, String record) {
        page.navigate(RELINK.at(errorPath(role, record)).toString());
    }

    private static String errorPath(Role role, String record) {
        Long error = RELINK.jdbc()
                .sql("select id from sync_error where company_id = :company and record_id = :record")
                .param("company", company(role))
                .param("record", record)
                .query(Long.class)
                .single();
        return "/companies/" + company(role) + "/errors/" + error;
    }

    private static void tickAll(Page page, Role role, RepairKind kind) {
        page.navigate(RELINK.at("/companies/" + company(role) + "/errors?by=record&q=" + kind.word())
                .toString());
        page.check("[aria-label='All errors of this page']");
        assertThat(page.textContent("[data-ticked]")).startsWith("3 ticked.");
    }

    /** Of the administrator's dialogs, which are all that there are. */
    private static void look(Page page, Role role, String name) {
        page.waitForSelector("dialog[open]");
        if (role == Role.ADMIN) {
            assertThat(Look.at(page, "repair-" + name, "dialog")).isEmpty();
        }
    }

    private static void answer(Page page, Map<String, String> fields) {
        page.waitForSelector("dialog[open]");
        fields.forEach((field, value) -> {
            if (value.equals("yes") || value.equals("no")) {
                page.setChecked(field, value.equals("yes"));
            } else {
                page.fill(field, value);
            }
        });
        page.click("#repair .sheet-foot .btn-main");
    }

    private static void undo(Page page) {
        page.click(".said >> text=Undo");
        page.waitForSelector(".said:has-text('as before')");
    }

    private static String expected(Role role, String after, String record) {
        String old = RELINK.jdbc()
                .sql(
                        "select coalesce(max(quickbooks_id), '') from retired_binding where company_id = :company and record_id = 'clear-id-' || :record")
                .param("company", company(role))
                .param("record", record)
                .query(String.class)
                .single();
        return after.replace("#", record).replace("OLD", old);
    }

    private static String stand(Role role, String record) {
        return RepairBooks.stand(RELINK.jdbc(), company(role), record);
    }

    private static Map<String, String> stands(Role role, RepairKind kind, List<String> all) {
        Map<String, String> stands = new TreeMap<>();
        all.forEach(one -> stands.put(one, stand(role, kind.word() + "-" + one)));
        return stands;
    }
}
