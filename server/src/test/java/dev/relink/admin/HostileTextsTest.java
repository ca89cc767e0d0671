package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.catalogue.RepairKind;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What an app or QuickBooks has written is text on every page, and no formula in any file. The pages are those that the
 * server has: a new one is among them by itself.
 */
class HostileTextsTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final String EVIL = "<img src=x onerror=alert(1)>\"'**bold**`[a](javascript:alert(2))";
    private static final String ERRORS = "/companies/evil/errors";
    private static final Pattern FORMULA = Pattern.compile("(^|,)\"?([=+\\-@\\t\\x00]|\\r(?!\\n))", Pattern.MULTILINE);

    private static RunningRelink.Browser browser;

    @BeforeAll
    static void makeBooks() {
        SampleBooks.make(RELINK.jdbc(), "evil", EVIL);
        browser = RELINK.browser().asAdmin();
    }

    static Stream<String> pages() {
        return Stream.concat(
                RELINK.beans(RequestMappingHandlerMapping.class).values().stream()
                        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                        .filter(route -> route.getMethodsCondition().getMethods().stream()
                                .anyMatch(method -> method.name().equals("GET")))
                        .flatMap(route -> route.getPatternValues().stream())
                        .filter(path -> path.startsWith("/companies/{company}"))
                        .map(HostileTextsTest::filled)
                        .sorted(),
                Stream.of(
                        "/",
                        "/audit",
                        "/audit.csv",
                        "/unknown-codes",
                        ERRORS + "?by=age&q=%3Cimg%20src",
                        ERRORS + "?q=%22%3E%3Cimg%20src%3Dx%3E&type=%3Cimg&family=%3Cimg&cause=%3Cimg",
                        ERRORS + "?tab=waiting-on-parent",
                        ERRORS + "?tab=waiting-on-parent&on=customer/20340",
                        ERRORS + "?tab=in-doubt",
                        ERRORS + "?tab=retrying",
                        ERRORS + "?tab=resolved",
                        ERRORS + "?tab=skipped",
                        "/companies/evil/entries?type=customer&seek=smith",
                        "/companies/evil/records/customer/20561",
                        "/companies/evil/records/invoice/10433"));
    }

    private static String filled(String path) {
        return path.replace("{company}", "evil")
                .replace("{press}", path.contains("{press}") ? "" + press() : "")
                .replace(
                        "{error}",
                        "" + number("select id from sync_error where company_id = 'evil' and record_id = '20340'"))
                .replace(
                        "{line}",
                        ""
                                + number(
                                        "select max(id) from history where company_id = 'evil' and message_set_id is not null"))
                .replace("{type}/{record}", "customer/20340")
                .replace("{type}/{id}", "customer/20340")
                .replace("{messageSet}", "set-1")
                .replace("{request}", "1");
    }

    /** It has ended, and refused what has a hostile name, for a hostile reason. */
    private static long press() {
        return RELINK.jdbc()
                .sql("""
                        insert into press (company_id, repair, told, by, operator, admin, types, ids, records, done, accepted,
                                           refused, refusals, started_at, moved_at, ended_at)
                        values ('evil', 'rename', '{}', (select name from person where email = :email), true, true,
                                '{customer}', '{20340}', 1, 1, 0, 1,
                                jsonb_build_array(jsonb_build_object('type', 'customer', 'id', '20340', 'why', :evil)), now(), now(),
                                now())
                        returning id
                        """)
                .param("email", RunningRelink.ADMIN_EMAIL)
                .param("evil", EVIL)
                .query(Long.class)
                .single();
    }

    private static long number(String sql) {
        return RELINK.jdbc().sql(sql).query(Long.class).single();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_text_stays_a_text_on(String path) {
        assertThat(path).as("a route with a part that this test does not know").doesNotContain("{");
        var answer = browser.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/csv")) {
            assertThat(FORMULA.matcher(answer.body()).find()).as(answer.body()).isFalse();
        } else if (type.startsWith("text/html")) {
            assertThat(answer.body()).doesNotContain("<img", " style=", "href=\"javascript:", " onerror=\"");
        }
    }

    @ParameterizedTest
    @EnumSource(RepairKind.class)
    void a_text_stays_a_text_in_the_dialog_of(RepairKind kind) {
        for (Map<String, String> which : List.of(Map.of("all", "yes"), Map.of("only", "customer/20340"))) {
            String body = browser.post(ERRORS, ERRORS + "/" + kind.word(), dry(kind, which))
                    .body();
            assertThat(body).doesNotContain("<img", "href=\"javascript:");
        }
        SampleBooks.make(RELINK.jdbc(), "evil", EVIL);
    }

    /** A dialog comes where one is asked for; for the others, where some cannot. */
    private static Map<String, String> dry(RepairKind kind, Map<String, String> which) {
        return RepairButton.asks(kind) ? which : Map.of("all", "yes");
    }

    @Test
    void a_name_that_is_a_formula_is_none_in_any_file() {
        SampleBooks.make(RELINK.jdbc(), "formula", "=1+1");
        RELINK.jdbc()
                .sql("update record set name = '=1+1' where company_id = 'formula' and record_id = '20340'")
                .update();
        RELINK.jdbc()
                .sql("update binding set full_name = '@SUM(1)' where company_id = 'formula'")
                .update();
        RELINK.jdbc()
                .sql(
                        "update history set message = '+1', actor = '-1' where company_id = 'formula' and record_id = '20340'")
                .update();
        for (String file : List.of("errors.csv", "pending.csv", "bindings.csv", "history.csv")) {
            String body = browser.get("/companies/formula/" + file).body();
            assertThat(body).as(file).contains("'=1+1");
            assertThat(FORMULA.matcher(body).find()).as(file).isFalse();
        }
    }
}
