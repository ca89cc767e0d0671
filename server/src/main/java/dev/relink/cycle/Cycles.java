package dev.relink.cycle;

import dev.relink.company.CompanyId;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import java.io.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a driver turns: the SOAP endpoint once per call, a test by hand. All state is in the database, so any node may
 * make any call.
 */
public interface Cycles {

    /** Takes a company: the epoch rises, and whatever an older visit had out is in doubt from now on. */
    Visit begin(CompanyId company);

    /** As {@link #begin}, for a driver that chooses when to come: empty while another one has hold of the company. */
    Optional<Visit> tryBegin(CompanyId company);

    /** Keeps hold while an answer is long in coming. @return false when a newer visit has taken the company */
    boolean keep(Visit visit);

    /** Whether a later visit would have something to send or to ask, be it only after a while. */
    boolean isMoreToDo(CompanyId company);

    /**
     * The next message set, committed before this returns.
     *
     * @param books whose books are open, when the driver was told (the Web Connector's first call); else null
     * @throws Overtaken when a newer visit has taken the company
     */
    Turn next(Visit visit, Row.@Nullable Books books);

    /**
     * The answer to what is out. A repeated call changes nothing. The answer to an older visit's set still closes that
     * set's own attempts.
     */
    Progress accept(Visit visit, Reader answer);

    /**
     * The other side gave no answer but a code of its own, such as {@code hresult:0x80040400}. {@link Progress.Later} where
     * that passes.
     */
    Progress refused(Visit visit, StatusCode code, String message);

    /** The other side could not be reached, with a code of its own: a problem of the connection, not of a record. */
    void unreached(Visit visit, StatusCode code, String message);

    /** The visit is over; a set still out is in doubt. */
    void end(Visit visit);

    /** A newer visit holds the company: this one may change nothing. */
    final class Overtaken extends RuntimeException {
        public Overtaken(Visit visit) {
            super("Another visit has taken over company %s".formatted(visit.company()));
        }
    }
}
