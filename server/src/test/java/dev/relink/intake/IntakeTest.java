package dev.relink.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relink.company.CompanyId;
import dev.relink.entity.Customer;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Problem;
import dev.relink.entity.RecordJson;
import dev.relink.entity.Values;
import dev.relink.platform.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class IntakeTest {

    private static final CompanyId ACME = new CompanyId("acme");
    private static final EntityType CUSTOMER = Customer.TYPE;
    private static final EntityType INVOICE = EntityTypes.require("invoice");

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = database.jdbc();
    private final Intake intake = new Intake(
            jdbc,
            new DataSourceTransactionManager(database.dataSource()),
            InstantSource.fixed(Instant.parse("2026-03-01T08:00:00Z")));

    @BeforeEach
    void acme_exists() {
        jdbc.sql(
                        "insert into company (company_id, name, quickbooks, created_at) values ('acme', 'Acme', 'desktop', now())")
                .update();
        jdbc.sql("insert into lease (company_id) values ('acme')").update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_new_record_is_kept_whole_and_queued() {
        assertThat(put(CUSTOMER, "c1", "{'name':'Smith','email':'a@b.example'}"))
                .isEqualTo(new Verdict.Pending());
        assertThat(one("select name || '|' || version || '|' || (snapshot->>'email') from record"))
                .isEqualTo("Smith|1|a@b.example");
        assertThat(pending("c1")).isEqualTo("save send waiting");
        assertThat(one("select rank::text from pending_sync")).isEqualTo(String.valueOf(CUSTOMER.rank()));
    }

    @Test
    void the_same_snapshot_again_writes_nothing() {
        put(CUSTOMER, "c1", "{'name':'Smith','phone':'1'}");
        String before = one("select xmin::text || ctid::text from record");
        assertThat(put(CUSTOMER, "c1", "{'phone':'1','name':'Smith'}")).isEqualTo(new Verdict.Unchanged());
        assertThat(one("select xmin::text || ctid::text from record")).isEqualTo(before);
    }

    @Test
    void a_changed_snapshot_is_a_new_version_at_the_same_place() {
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        String place = one("select place::text from pending_sync");
        put(CUSTOMER, "c1", "{'name':'Smyth'}");
        assertThat(one("select name || version from record")).isEqualTo("Smyth2");
        assertThat(one("select place::text from pending_sync")).isEqualTo(place);
    }

    @Test
    void a_record_waits_on_the_first_parent_without_a_binding() {
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        put(INVOICE, "i1", invoice("c1"));
        assertThat(pending("i1")).isEqualTo("save send waiting-on-parent");
        assertThat(one("select waits_on_type || waits_on_id from pending_sync where record_id = 'i1'"))
                .isEqualTo("customerc1");
        put(CUSTOMER, "c2", "{'name':'Bound'}");
        bind(CUSTOMER, "c2", false);
        put(INVOICE, "i2", invoice("c2"));
        assertThat(pending("i2")).isEqualTo("save send waiting");
    }

    @Test
    void a_parent_whose_binding_is_gone_is_no_parent() {
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        bind(CUSTOMER, "c1", true);
        put(INVOICE, "i1", invoice("c1"));
        assertThat(pending("i1")).isEqualTo("save send waiting-on-parent");
    }

    @Test
    void a_new_customer_on_a_waiting_invoice_changes_what_it_waits_on() {
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        put(CUSTOMER, "c2", "{'name':'Bound'}");
        bind(CUSTOMER, "c2", false);
        put(INVOICE, "i1", invoice("c1"));
        put(INVOICE, "i1", invoice("c2"));
        assertThat(pending("i1")).isEqualTo("save send waiting");
        assertThat(one("select count(*)::text from record_reference where parent_id = 'c1'"))
                .isEqualTo("0");
    }

    @Test
    void what_is_in_flight_or_in_doubt_keeps_its_state() {
        for (String state : List.of("in-flight", "in-doubt")) {
            put(CUSTOMER, state, "{'name':'%s'}".formatted(state));
            set(state, state);
            put(CUSTOMER, state, "{'name':'%s two'}".formatted(state));
            assertThat(pending(state)).isEqualTo("save send " + state);
        }
    }

    @Test
    void a_corrected_record_is_no_longer_held_by_a_validation_error() {
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        hold("c1", "validation", "open", null);
        put(CUSTOMER, "c1", "{'name':'Smyth'}");
        assertThat(pending("c1")).isEqualTo("save send waiting");
        assertThat(one("select state from sync_error")).isEqualTo("retrying");
    }

    @Test
    void a_broken_link_a_doubt_and_a_persons_question_stay_held() {
        put(CUSTOMER, "link", "{'name':'Link'}");
        hold("link", "missing-link", "open", null);
        put(CUSTOMER, "doubt", "{'name':'Doubt'}");
        hold("doubt", "validation", "in-doubt", null);
        put(CUSTOMER, "ask", "{'name':'Ask'}");
        hold("ask", "stale", "open", "{}");
        for (String id : List.of("link", "doubt", "ask")) {
            put(CUSTOMER, id, "{'name':'%s two'}".formatted(id));
            assertThat(pending(id)).isEqualTo("save send held");
        }
    }

    @Test
    void what_quickbooks_has_already_is_taken_back() {
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        bind(CUSTOMER, "c1", false);
        jdbc.sql("delete from pending_sync").update();
        put(CUSTOMER, "c1", "{'name':'Smyth'}");
        assertThat(put(CUSTOMER, "c1", "{'name':'Smith'}")).isEqualTo(new Verdict.Unchanged());
        assertThat(count("pending_sync")).isZero();
    }

    @Test
    void what_must_be_looked_up_is_not_taken_back() {
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        bind(CUSTOMER, "c1", false);
        put(CUSTOMER, "c1", "{'name':'Smyth'}");
        jdbc.sql("update pending_sync set mode = 'find-or-create'").update();
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        assertThat(pending("c1")).isEqualTo("save find-or-create waiting");
    }

    @Test
    void a_flow_that_is_off_keeps_the_record_and_queues_nothing() {
        flow("off", "remove");
        assertThat(put(CUSTOMER, "c1", "{'name':'Smith'}")).isEqualTo(new Verdict.Kept());
        assertThat(count("record")).isEqualTo(1);
        assertThat(count("pending_sync")).isZero();
    }

    @Test
    void a_flow_on_approval_waits_for_a_person_and_an_approved_row_stays_approved() {
        flow("approval", "remove");
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        put(CUSTOMER, "c1", "{'name':'Smyth'}");
        assertThat(pending("c1")).isEqualTo("save send awaiting-approval");
        set("c1", "waiting");
        put(CUSTOMER, "c1", "{'name':'Smithe'}");
        assertThat(pending("c1")).isEqualTo("save send waiting");
    }

    @Test
    void a_deleted_record_that_is_bound_is_removed_in_quickbooks() {
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        bind(CUSTOMER, "c1", false);
        assertThat(intake.delete(ACME, CUSTOMER, "c1")).isEqualTo(new Verdict.Pending());
        assertThat(pending("c1")).isEqualTo("remove send waiting");
        assertThat(one("select deleted || ' ' || version from record")).isEqualTo("true 2");
        assertThat(intake.delete(ACME, CUSTOMER, "c1")).isEqualTo(new Verdict.Unchanged());
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        assertThat(one("select deleted || ' ' || version from record")).isEqualTo("false 3");
        assertThat(count("pending_sync")).as("QuickBooks has it as it is").isZero();
    }

    @Test
    void a_deleted_record_that_quickbooks_never_saw_goes_from_the_queue() {
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        assertThat(intake.delete(ACME, CUSTOMER, "c1")).isEqualTo(new Verdict.Kept());
        assertThat(count("pending_sync")).isZero();
    }

    @Test
    void a_deletion_of_what_is_on_its_way_waits_for_the_outcome() {
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        set("c1", "in-flight");
        intake.delete(ACME, CUSTOMER, "c1");
        assertThat(pending("c1")).isEqualTo("remove send in-flight");
        assertThat(one("select version::text from record")).isEqualTo("2");
    }

    @Test
    void a_flow_may_ignore_deletions() {
        flow("automatic", "ignore");
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        bind(CUSTOMER, "c1", false);
        assertThat(intake.delete(ACME, CUSTOMER, "c1")).isEqualTo(new Verdict.Kept());
        assertThat(count("pending_sync")).isZero();
    }

    @Test
    void a_deletion_of_an_unknown_record_is_told() {
        assertThat(intake.delete(ACME, CUSTOMER, "nobody")).isEqualTo(new Verdict.NoSuchRecord());
    }

    @Test
    void a_changed_snapshot_is_no_longer_skipped() {
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        jdbc.sql("update record set skipped = 'test customer'").update();
        jdbc.sql("delete from pending_sync").update();
        put(CUSTOMER, "c1", "{'name':'Smith'}");
        assertThat(count("pending_sync")).isZero();
        put(CUSTOMER, "c1", "{'name':'Smyth'}");
        assertThat(pending("c1")).isEqualTo("save send waiting");
        assertThat(one("select coalesce(skipped, 'sent') from record")).isEqualTo("sent");
    }

    @Test
    void a_circle_of_parents_is_refused_with_its_chain() {
        put(CUSTOMER, "a", "{'name':'A'}");
        put(CUSTOMER, "b", "{'name':'B','parent':'a'}");
        assertThat(put(CUSTOMER, "a", "{'name':'A','parent':'b'}"))
                .isEqualTo(new Verdict.Refused(List.of(new Problem("/parent", "/parent makes a circle: a → b → a"))));
        assertThat(one("select version::text from record where record_id = 'a'"))
                .isEqualTo("1");
    }

    @Test
    void a_sixth_level_is_refused_across_batches() {
        for (String child : List.of("b a", "c b", "d c", "e d")) {
            String[] both = child.split(" ");
            assertThat(put(CUSTOMER, both[0], "{'name':'%s','parent':'%s'}".formatted(both[0], both[1])))
                    .isEqualTo(new Verdict.Pending());
        }
        assertThat(put(CUSTOMER, "f", "{'name':'f','parent':'e'}")).isInstanceOf(Verdict.Refused.class);
        assertThat(put(CUSTOMER, "a", "{'name':'a','parent':'top'}")).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void of_several_changes_of_one_record_in_a_batch_the_last_counts() {
        List<Verdict> verdicts = intake.apply(
                ACME,
                List.of(
                        customer("a", "{'name':'A'}"),
                        customer("a", "{'name':'A2'}"),
                        new Change.Delete(CUSTOMER, "x")));
        assertThat(verdicts).containsExactly(new Verdict.Pending(), new Verdict.Pending(), new Verdict.NoSuchRecord());
        assertThat(one("select name || version from record")).isEqualTo("A21");
    }

    @Test
    void a_circle_within_one_batch_costs_only_the_record_that_closes_it() {
        List<Verdict> verdicts = intake.apply(
                ACME, List.of(customer("a", "{'name':'A','parent':'b'}"), customer("b", "{'name':'B','parent':'a'}")));
        assertThat(verdicts.get(0)).isEqualTo(new Verdict.Pending());
        assertThat(verdicts.get(1)).isInstanceOf(Verdict.Refused.class);
        assertThat(count("record")).isEqualTo(1);
    }

    @Test
    void what_was_made_and_deleted_within_one_batch_was_never_there() {
        assertThat(intake.apply(ACME, List.of(customer("a", "{'name':'A'}"), new Change.Delete(CUSTOMER, "a"))))
                .containsExactly(new Verdict.Pending(), new Verdict.Kept());
        assertThat(count("record")).isZero();
    }

    @Test
    void records_of_a_company_that_nobody_set_up_are_refused() {
        assertThatThrownBy(() -> intake.put(new CompanyId("other"), CUSTOMER, "c1", Values.NONE))
                .isInstanceOf(NoSuchCompany.class)
                .hasMessageContaining("other");
    }

    private Verdict put(EntityType type, String id, String json) {
        return intake.put(ACME, type, id, RecordJson.read(type, json.replace('\'', '"')));
    }

    private static Change customer(String id, String json) {
        return new Change.Put(CUSTOMER, id, RecordJson.read(CUSTOMER, json.replace('\'', '"')));
    }

    private static String invoice(String customer) {
        return "{'customer':'%s','date':'2026-03-01','lines':[{'item':{'name':'Mulch'},'amount':'10.00'}]}"
                .formatted(customer);
    }

    private void bind(EntityType type, String id, boolean gone) {
        jdbc.sql("""
                insert into binding (company_id, type, record_id, quickbooks_id, edit_token, synced, bound_at, gone_at)
                select company_id, type, record_id, record_id, '1', snapshot, now(), case when :gone then now() end
                  from record where type = :type and record_id = :id
                """)
                .param("type", type.name())
                .param("id", id)
                .param("gone", gone)
                .update();
    }

    private void set(String id, String state) {
        jdbc.sql("update pending_sync set state = :state where record_id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }

    private void hold(String id, String family, String state, @Nullable String found) {
        set(id, "held");
        jdbc.sql("""
                insert into sync_error (company_id, type, record_id, code, message, family, repairs, state, first_seen,
                                        last_seen, found)
                values ('acme', 'customer', :id, 'desktop:3000', '', :family, '{}', :state, now(), now(), :found::jsonb)
                """)
                .param("id", id)
                .param("family", family)
                .param("state", state)
                .param("found", found)
                .update();
    }

    private void flow(String mode, String onDelete) {
        jdbc.sql("insert into flow values ('acme', 'customer', :mode, :onDelete)")
                .param("mode", mode)
                .param("onDelete", onDelete)
                .update();
    }

    private String pending(String id) {
        return jdbc.sql("select operation || ' ' || mode || ' ' || state from pending_sync where record_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
