package dev.relink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.platform.TestDatabase;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The schema stays ready to be spread over many servers by company (Citus): {@code company_id} leads every primary,
 * unique and foreign key, so that a row and all that it refers to live on the same server.
 */
class SchemaTest {

    /** What belongs to no company, or is asked before the company is known: small, and seldom changed. */
    private static final Set<String> WITHOUT_A_COMPANY = Set.of(
            "flyway_schema_history",
            "person",
            "person_role",
            "person_session",
            "notice_subscription", // refers to its person too, as person_role does
            "saved_view", // and so does this
            "set_up_link",
            "api_token",
            "api_token_role",
            "online_realm",
            "people_audit");

    private static final String KEYS_THAT_DO_NOT_BEGIN_WITH_THE_COMPANY = """
            select table_.relname || '.' || index_.relname
              from pg_index key
              join pg_class table_ on table_.oid = key.indrelid
              join pg_class index_ on index_.oid = key.indexrelid
              left join pg_attribute first on first.attrelid = key.indrelid and first.attnum = key.indkey[0]
             where key.indisunique
               and table_.relnamespace = 'public'::regnamespace
               and first.attname is distinct from 'company_id'
               and table_.relname <> all (string_to_array(:exceptions, ','))
            union all
            select table_.relname || '.' || reference.conname
              from pg_constraint reference
              join pg_class table_ on table_.oid = reference.conrelid
              join pg_attribute first on first.attrelid = reference.conrelid and first.attnum = reference.conkey[1]
             where reference.contype = 'f'
               and table_.relnamespace = 'public'::regnamespace
               and first.attname <> 'company_id'
               and table_.relname <> all (string_to_array(:exceptions, ','))
             order by 1
            """;

    private static final String TABLES = """
            select table_name::text from information_schema.tables
             where table_schema = 'public' and table_type = 'BASE TABLE'
            """;

    @Test
    void company_id_leads_every_key() {
        try (var database = TestDatabase.fresh()) {
            assertThat(wrongKeys(database)).isEmpty();
        }
    }

    @Test
    void the_check_is_awake() {
        try (var database = TestDatabase.fresh()) {
            database.jdbc()
                    .sql("create table stray (id bigint primary key, of text references company)")
                    .update();
            assertThat(wrongKeys(database)).containsExactly("stray.stray_of_fkey", "stray.stray_pkey");
        }
    }

    @Test
    void a_table_without_a_primary_key_cannot_be_spread() {
        try (var database = TestDatabase.fresh()) {
            var tables = database.jdbc().sql(TABLES).query(String.class).list();
            var keyed = database.jdbc().sql("""
                    select conrelid::regclass::text from pg_constraint where contype = 'p'
                    """).query(String.class).list();
            assertThat(tables).contains("company").allMatch(keyed::contains);
        }
    }

    /** A company whose rows came after the last ANALYZE would be taken for one without rows: V031 tells what came of it. */
    @Test
    void no_plan_depends_on_how_many_rows_a_company_was_last_seen_with() {
        try (var database = TestDatabase.fresh()) {
            assertThat(database.jdbc().sql("""
                    select c.relname::text from pg_attribute a join pg_class c on c.oid = a.attrelid
                     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'company_id'
                       and a.attstattarget is distinct from 0
                    """).query(String.class).list())
                    .as("afterMigrate.sql sees to it")
                    .isEmpty();
        }
    }

    private static List<@Nullable String> wrongKeys(TestDatabase database) {
        return database.jdbc()
                .sql(KEYS_THAT_DO_NOT_BEGIN_WITH_THE_COMPANY)
                .param("exceptions", String.join(",", WITHOUT_A_COMPANY))
                .query(String.class)
                .list();
    }
}
