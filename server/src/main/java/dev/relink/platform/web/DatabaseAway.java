package dev.relink.platform.web;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A failure because the database does not answer: 503, since the same request may succeed in a minute. */
public final class DatabaseAway {

    public static final String DETAIL = "Relink's database does not answer, so this could not be done: try again in a"
            + " minute. Whether anything was changed shows the history.";

    private DatabaseAway() {}

    /** Whether the connection to the database is at the bottom of a failure. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isConnection(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    public static ProblemDocument problem() {
        return ProblemDocument.of(HttpStatus.SERVICE_UNAVAILABLE, "No database", DETAIL);
    }

    /** SQLSTATE class 08 is a connection that failed, 57P a PostgreSQL that stops or starts. */
    private static boolean isConnection(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
