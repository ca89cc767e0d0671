package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.books.TxnType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Checks of the state that a record or the company is in: 3200, 3161, 3171, 3181. */
final class StateChecks {
    private StateChecks() {}

    static void editSequence(Change change) throws RequestFailed {
        String provided = change.body().value("EditSequence");
        if (change.kind() == Change.Kind.MODIFY
                && provided != null
                && !provided.equals(change.target().editSequence())) {
            throw Status.stale(provided);
        }
    }

    static void closingDate(Change change) throws RequestFailed {
        LocalDate closed = change.books().company().closingDate();
        if (closed == null || !(change.type() instanceof TxnType type)) {
            return;
        }
        switch (change.kind()) {
            case ADD -> {
                if (isClosed(TxnWriter.date(change), closed)) {
                    throw Status.closedForSave();
                }
            }
            case MODIFY, VOID -> {
                if (isClosed(dateBefore(change), closed) || isClosed(TxnWriter.date(change), closed)) {
                    throw Status.closedForModify(type.label());
                }
            }
            case DELETE -> {
                if (isClosed(dateBefore(change), closed)) {
                    throw Status.closedForDelete();
                }
            }
        }
    }

    private static boolean isClosed(@Nullable LocalDate date, LocalDate closed) {
        return date != null && !date.isAfter(closed);
    }

    private static @Nullable LocalDate dateBefore(Change change) {
        return change.existing() instanceof Transaction transaction
                ? transaction.heading().date()
                : null;
    }
}
