package dev.relink.platform;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Something of ours that went wrong, told to whoever called without its insides: by a reference under which the log has
 * all of it.
 *
 * @param reference eight hexadecimal digits
 */
public record Failure(String reference, Throwable cause) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Connection lost, resources gone, an operator stopped it, the system failed. */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

    public static Failure of(Throwable cause) {
        byte[] reference = new byte[4];
        RANDOM.nextBytes(reference);
        return new Failure(HexFormat.of().formatHex(reference), cause);
    }

    /** The database is away. A broken constraint, or any other error that it reports, is a fault of ours. */
    public boolean isLostDatabase() {
        for (Throwable error = cause; error != null; error = error.getCause()) {
            if (error instanceof CannotCreateTransactionException
                    || error instanceof DataAccessResourceFailureException
                    || error instanceof SQLTransientConnectionException
                    || error instanceof SQLRecoverableException
                    || error instanceof SQLException sql && isAway(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(@Nullable String state) {
        return state != null && state.length() == 5 && AWAY.contains(state.substring(0, 2));
    }

    /** @param what begins the entry in the log */
    public void log(Logger log, String what) {
        log.error("{} (reference {})", what, reference, cause);
    }

    /** Logs it, and says it in a sentence. */
    public String told(Logger log, String what) {
        log(log, what);
        return isLostDatabase()
                ? "Relink's database does not answer. Nothing is lost: try again later (reference %s)."
                        .formatted(reference)
                : ("Relink failed at this call. What is out is checked in QuickBooks before anything is sent again;"
                                + " the log says why under the reference %s.")
                        .formatted(reference);
    }
}
