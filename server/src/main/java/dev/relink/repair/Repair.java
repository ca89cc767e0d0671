package dev.relink.repair;

import dev.relink.entity.RecordKey;
import dev.relink.pending.WhenFound;
import java.util.Map;
import java.util.Set;

/** What may be done about a sync error. One file per repair does it; the compiler names every switch to extend. */
public sealed interface Repair {

    /** The word on the wire and in the audit log. */
    String word();

    /** Queues the record once more. */
    record SendAgain() implements Repair {
        @Override
        public String word() {
            return "send-again";
        }
    }

    /** Retires the binding; the record is looked up at the next run and found or made anew. Admins only. */
    record ClearId(WhenFound whenFound) implements Repair {
        @Override
        public String word() {
            return "clear-id";
        }
    }

    /** Binds the record to another one in QuickBooks, checked at the next run. */
    record Relink(String quickbooksId) implements Repair {
        @Override
        public String word() {
            return "relink";
        }
    }

    /** Binds many records, each to the ID that somebody gave for it; checked at the next run. */
    record RelinkEach(Map<RecordKey, String> quickbooksIds) implements Repair {

        public RelinkEach {
            quickbooksIds = Map.copyOf(quickbooksIds);
        }

        @Override
        public String word() {
            return "relink";
        }
    }

    /** What Clear ID becomes for a record of which QuickBooks has a likely twin: bound to that, checked at the next run. */
    record RelinkToTwin() implements Repair {
        @Override
        public String word() {
            return "relink";
        }
    }

    /** Queues the parents that are missing or dead, before the record itself. */
    record SyncParentFirst() implements Repair {
        @Override
        public String word() {
            return "sync-parent-first";
        }
    }

    /** Not sent until the app changes the record. */
    record Skip(String reason) implements Repair {
        @Override
        public String word() {
            return "skip";
        }
    }

    /** Not sent whatever the app changes, until it is undone. */
    record Never(String reason) implements Repair {
        @Override
        public String word() {
            return "never";
        }
    }

    /** Makes an inactive record active again in QuickBooks, then sends. */
    record Reactivate() implements Repair {
        @Override
        public String word() {
            return "reactivate";
        }
    }

    /** Gives the record another name in QuickBooks only. */
    record Rename(String name) implements Repair {
        @Override
        public String word() {
            return "rename";
        }
    }

    /** Gives many records another name each, in QuickBooks only. */
    record RenameEach(Map<RecordKey, String> names) implements Repair {

        public RenameEach {
            names = Map.copyOf(names);
        }

        @Override
        public String word() {
            return "rename";
        }
    }

    /** Both sides changed: the app's values win. */
    record KeepApp() implements Repair {
        @Override
        public String word() {
            return "keep-app";
        }
    }

    /** Both sides changed: QuickBooks' values stay; nothing is sent until the app changes the record again. */
    record KeepQuickBooks() implements Repair {
        @Override
        public String word() {
            return "keep-quickbooks";
        }
    }

    /**
     * Both sides changed: QuickBooks' values, as last read, stay in these fields; in all others the app's are sent. The
     * word is that of {@link KeepQuickBooks}, of which it is a part.
     */
    record KeepFields(Set<String> fromQuickBooks) implements Repair {

        public KeepFields {
            fromQuickBooks = Set.copyOf(fromQuickBooks);
        }

        @Override
        public String word() {
            return "keep-quickbooks";
        }
    }

    /** Makes a new record although a match was seen. Makes a duplicate where the match is the same thing. Admins only. */
    record CreateNew() implements Repair {
        @Override
        public String word() {
            return "create-new";
        }
    }
}
