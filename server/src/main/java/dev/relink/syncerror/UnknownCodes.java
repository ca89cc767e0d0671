package dev.relink.syncerror;

import dev.relink.catalogue.Catalogue;
import dev.relink.connector.StatusCode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Codes that the catalogue does not know yet, counted as they come. */
@Repository
public class UnknownCodes {

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    public UnknownCodes(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /**
     * The most frequent first; without those that a newer catalogue knows by now.
     *
     * @param companies whose; null = all
     */
    public List<UnknownCode> of(@Nullable Collection<String> companies) {
        return jdbc
                .sql("""
                        select code, sum(seen)::bigint as times, count(*) as companies,
                               min(coalesce(first_seen, last_seen)) as first_seen, max(last_seen) as last_seen,
                               (array_agg(last_message order by last_seen desc))[1] as message
                          from unknown_code
                         where :all or company_id = any (:companies)
                         group by code order by times desc, code
                        """)
                .param("all", companies == null)
                .param("companies", companies == null ? new String[0] : companies.toArray(String[]::new))
                .query((row, n) -> new UnknownCode(
                        StatusCode.parse(row.getString("code")),
                        row.getLong("times"),
                        row.getLong("companies"),
                        row.getTimestamp("first_seen").toInstant(),
                        row.getTimestamp("last_seen").toInstant(),
                        row.getString("message")))
                .list()
                .stream()
                .filter(unknown -> catalogue.find(unknown.code()).isEmpty())
                .toList();
    }
}
