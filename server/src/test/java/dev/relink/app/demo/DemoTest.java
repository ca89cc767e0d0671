package dev.relink.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.Relink;
import dev.relink.platform.TestDatabase;
import dev.relink.simulator.practice.Business;
import dev.relink.simulator.practice.PracticeServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole first start of the demo, over real HTTP. */
class DemoTest {

    private final TestDatabase database = TestDatabase.fresh();

    @TempDir
    private Path folder;

    @Test
    void the_first_start_makes_every_kind_of_trouble_and_the_second_changes_nothing() {
        try (var practice = PracticeServer.start(Business.NONE)) {
            start(practice.port()).close();
            assertThat(counts("select code from sync_error where company_id = 'acme'"))
                    .containsEntry("desktop:3120", 4L)
                    .containsEntry("desktop:3140", 1L)
                    .containsEntry("desktop:3100", 2L);
            assertThat(counts("select state from pending_sync where company_id = 'acme'"))
                    .containsEntry("awaiting-approval", 2L)
                    .containsEntry("waiting-on-parent", 16L)
                    .containsEntry("waiting", 6L)
                    .containsEntry("held", 7L)
                    .containsEntry("in-doubt", 2L);
            assertThat(counts("select skipped from record where skipped is not null"))
                    .hasSize(1);
            assertThat(counts("select company_id from pending_sync")).containsOnlyKeys("acme");
            assertThat(counts("select state from online_link where company_id = 'riverside'"))
                    .containsEntry("connected", 1L);
            var before = counts("select company_id || type from record");
            start(practice.port()).close();
            assertThat(counts("select company_id || type from record")).isEqualTo(before);
        }
    }

    private Map<String, Long> counts(String values) {
        var counts = new java.util.TreeMap<String, Long>();
        database.jdbc()
                .sql("select word, count(*) from (" + values + ") as v(word) group by word")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    private ConfigurableApplicationContext start(int practice) {
        return new SpringApplicationBuilder(Relink.class)
                .run(
                        "--relink.port=0",
                        "--relink.data=" + folder,
                        "--relink.database-url=" + database.url(),
                        "--relink.database-username=" + database.username(),
                        "--relink.database-password=" + database.password(),
                        "--relink.admin-email=somebody@example.com",
                        "--relink.admin-password=green trees need water",
                        "--relink.demo=true",
                        "--relink.practice=http://localhost:" + practice);
    }
}
