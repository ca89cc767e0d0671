package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Entry;
import dev.relink.simulator.desktop.books.ListType;
import dev.relink.simulator.desktop.books.TxnType;
import java.util.regex.Pattern;

/** The record that a request names: 3000 for what cannot be an id, 3240 and 3120 for what is none of this company. */
final class RecordIds {
    private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{1,8}-[0-9]{1,12}");

    private RecordIds() {}

    static void check(Change change) throws RequestFailed {
        String id = change.id();
        if (change.kind() == Change.Kind.ADD) {
            return;
        }
        String field = change.type() instanceof ListType ? "list id" : "txn id";
        require(id == null ? "" : id, field);
        if (change.existing() != null) {
            return;
        }
        if (change.call().switches().timeOfCreationChecked && sameNumber(change, String.valueOf(id))) {
            throw Status.otherTimeOfCreation(String.valueOf(id));
        }
        throw Status.notFound(String.valueOf(id));
    }

    /** 3000, unless that text looks like an id. */
    static void require(String id, String field) throws RequestFailed {
        if (!ID.matcher(id).matches()) {
            throw Status.badId(id, field);
        }
    }

    private static boolean sameNumber(Change change, String id) {
        Entry entry = switch (change.type()) {
            case ListType type -> change.books().lists().sameNumber(type.space(), id);
            case TxnType _ -> change.books().register().sameNumber(id);
        };
        return entry != null && entry.type() == change.type();
    }
}
