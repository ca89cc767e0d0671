package dev.relink.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void each_test_has_a_database_of_its_own() {
        try (var one = TestDatabase.fresh();
                var other = TestDatabase.fresh()) {
            one.jdbc().sql("create table tree (name text)").update();
            assertThat(one.jdbc()
                            .sql("select count(*) from tree")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(other.jdbc()
                            .sql("select to_regclass('tree')")
                            .query(String.class)
                            .optional())
                    .isEmpty();
        }
    }

    @Test
    void what_fails_in_a_transaction_is_undone() {
        try (var database = TestDatabase.fresh()) {
            database.jdbc().sql("create table tree (name text)").update();
            database.transactions().executeWithoutResult(status -> {
                database.jdbc().sql("insert into tree values ('oak')").update();
                status.setRollbackOnly();
            });
            assertThat(database.jdbc()
                            .sql("select count(*) from tree")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }
}
