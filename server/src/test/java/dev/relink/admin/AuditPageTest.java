package dev.relink.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.RunningRelink;
import dev.relink.people.People;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import dev.relink.platform.web.Csv;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuditPageTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final String OTHERS = "audit-boss@example.com";
    private static final String PASSWORD = "of one company only";

    @BeforeAll
    static void acts() {
        RELINK.jdbc().sql("""
                insert into audit (company_id, at, actor, act, type, record_id, before, after)
                select c, '2026-03-01T10:00:00Z'::timestamptz + n * interval '1 second', 'Auditor Anna', 'pruned', 'customer',
                       c || n, '{"name": "Old", "kept": "same", "at": {"depth": 1}}', '{"name": "New", "kept": "same", "at": {"depth": 2}}'
                  from generate_series(1, 150) n, unnest(array['acme', 'cedar']) c
                """).update();
        RELINK.jdbc().sql("""
                insert into audit (company_id, at, actor, act, type, record_id)
                values ('acme', '2026-03-02T00:00:00Z', '=cmd|calc', '@act', 'customer', '<script>alert(1)</script>')
                """).update();
        var people = RELINK.bean(People.class);
        var boss = people.add(
                OTHERS, "Boss", new Access(null, Map.of(new dev.relink.company.CompanyId("cedar"), Role.ADMIN)));
        people.setPassword(boss.id(), PASSWORD);
    }

    @Test
    void what_it_was_and_what_it_became_stands_beside_the_act() {
        String page =
                RELINK.browser().asAdmin().get("/audit?who=Anna&company=acme").body();
        assertThat(page)
                .contains("<dt>name</dt><dd><del>Old</del> <ins>New</ins></dd>", "<dt>at.depth</dt>")
                .doesNotContain("<dt>kept</dt>");
    }

    @Test
    void it_is_filtered_by_who_act_record_company_and_day_and_goes_on_where_the_page_ends() {
        var admin = RELINK.browser().asAdmin();
        String address = "/audit?who=anna&act=pruned&company=acme&from=2026-03-01&to=2026-03-01";
        String first = admin.get(address).body();
        assertThat(count(first)).isEqualTo(100);
        assertThat(first).contains("acme150").doesNotContain("acme50<", "cedar150");
        var older = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(older.find()).isTrue();
        String second = admin.get(older.group(1).replace("&amp;", "&")).body();
        assertThat(count(second)).isEqualTo(50);
        assertThat(second).contains("customer acme50", "customer acme1\n").doesNotContain("acme51");
        assertThat(count(admin.get(address + "&q=acme77").body())).isEqualTo(1);
        assertThat(admin.get("/audit?who=anna&from=2026-03-02").body()).contains("Nothing matches");
    }

    @Test
    void an_administrator_of_one_company_sees_that_one_only_whatever_they_ask_for() {
        var boss = RELINK.browser().signIn(OTHERS, PASSWORD);
        assertThat(boss.get("/audit?who=anna").body()).contains("cedar150").doesNotContain("acme150");
        assertThat(boss.get("/audit?who=anna&company=acme").body()).contains("Nothing matches");
        assertThat(boss.get("/audit.csv?who=anna").body()).contains("cedar1").doesNotContain("acme1");
        assertThat(boss.get("/audit?act=signed").body()).contains("Nothing matches");
    }

    @Test
    void the_export_has_all_that_match_and_no_cell_is_a_formula() {
        var answer = RELINK.browser().asAdmin().get("/audit.csv?company=acme&from=2026-03-01&to=2026-03-02");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        List<List<String>> rows = Csv.read(answer.body());
        assertThat(rows).hasSize(152);
        assertThat(rows.get(1)).contains("=cmd|calc", "@act");
        assertThat(answer.body()).contains(",'=cmd|calc,'@act,");
    }

    private static int count(String page) {
        return page.split("<tr class=\"line\">", -1).length - 1;
    }
}
