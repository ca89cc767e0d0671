package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.entity.QuickBooks;
import dev.relink.platform.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** QuickBooks as it was last read. */
@Repository
class JdbcEntries {

    /** Enough to find a name that begins differently; few enough to be compared letter by letter. */
    private static final int MOST = 2_000;

    private final JdbcClient jdbc;

    JdbcEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Entry(
            String quickbooksId,
            String fullName,
            boolean active,
            Map<String, String> facts,
            @Nullable String snapshot,
            QuickBooks quickbooks,
            @Nullable String boundTo) {}

    /** Entries whose name has one of the words of this name, or begins like it. */
    List<Entry> near(CompanyId company, String list, String name) {
        String[] patterns = Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2)
                .map(Like::contains)
                .toArray(String[]::new);
        return jdbc.sql("""
                select q.quickbooks_id, q.full_name, q.active, q.facts, b.record_id, c.quickbooks
                  from quickbooks_entry q
                  join company c on c.company_id = q.company_id
                  left join binding b on b.company_id = q.company_id and b.type = q.list
                        and b.quickbooks_id = q.quickbooks_id and b.gone_at is null
                 where q.company_id = :company and q.list = :list and q.gone_at is null
                   and (lower(q.full_name) like :start or lower(q.full_name) like any(:patterns))
                 order by lower(q.full_name), q.quickbooks_id limit :most
                """)
                .param("company", company.value())
                .param("list", list)
                .param("start", Like.startsWith(name.toLowerCase(Locale.ROOT).substring(0, Math.min(3, name.length()))))
                .param("patterns", patterns)
                .param("most", MOST)
                .query((row, _) -> new Entry(
                        row.getString("quickbooks_id"),
                        row.getString("full_name"),
                        row.getBoolean("active"),
                        facts(row.getString("facts")),
                        snapshot(row.getString("facts")),
                        QuickBooks.of(row.getString("quickbooks")),
                        row.getString("record_id")))
                .list();
    }

    /** The facts of a whole record are its values; those of a mere entry of a list are strings of any kind. */
    private static @Nullable String snapshot(@Nullable String json) {
        return json != null && json.contains("\"name\"") ? json : null;
    }

    private static Map<String, String> facts(@Nullable String json) {
        return json == null
                ? Map.of()
                : ((Map<?, ?>) Json.read(json, Map.class))
                        .entrySet().stream()
                                .collect(Collectors.toMap(
                                        e -> e.getKey().toString(), e -> String.valueOf(e.getValue())));
    }
}
