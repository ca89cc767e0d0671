package dev.relink.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How PostgreSQL would carry recorded statements out, whatever their parameters: with a table read from end to end, or rows
 * sorted, only where no index helps.
 */
public final class Plans {

    private Plans() {}

    /** @return by statement, its lines one after the other */
    public static Map<String, String> of(RecordedStatements recorded, TestDatabase database) {
        String url = database.url() + "?preferQueryMode=simple"; // the other one wants the parameters
        var connection = new SingleConnectionDataSource(url, database.username(), database.password(), true);
        try {
            var jdbc = new JdbcTemplate(connection);
            jdbc.execute("set enable_seqscan = off");
            jdbc.execute("set enable_sort = off");
            Map<String, String> plans = new LinkedHashMap<>();
            for (String sql : recorded.statements()) {
                plans.put(sql, plan(jdbc, sql));
            }
            return plans;
        } finally {
            connection.destroy();
        }
    }

    private static String plan(JdbcTemplate jdbc, String sql) {
        return jdbc.execute((java.sql.Statement statement) -> {
            try (var lines = statement.executeQuery("explain (generic_plan, costs off) " + numbered(sql))) {
                var plan = new StringBuilder();
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
                return plan.toString();
            }
        });
    }

    /** With $1, $2 ... for the question marks of JDBC. */
    private static String numbered(String sql) {
        String[] parts = sql.split("\\?", -1);
        var numbered = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            numbered.append('$').append(i).append(parts[i]);
        }
        return numbered.toString();
    }

    /** Those whose text has these words. */
    public static String with(Map<String, String> plans, String words) {
        return plans.entrySet().stream()
                .filter(one -> one.getKey().contains(words))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
    }
}
