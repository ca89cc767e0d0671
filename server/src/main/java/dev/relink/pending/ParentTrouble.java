package dev.relink.pending;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why a parent that another record waits on does not go by itself, in words for a person, with what to do about it. */
public final class ParentTrouble {

    private ParentTrouble() {}

    /**
     * One sentence or two; null when the parent goes by itself.
     *
     * @param row with {@code waits_on_name}, {@code parent_deleted}, {@code parent_skipped} of the parent's record, and
     *     {@code parent_state}, {@code parent_code} of its pending sync and its error; each null where there is none
     */
    public static @Nullable String of(ResultSet row) throws SQLException {
        if (row.getObject("parent_deleted") == null) {
            return "The app has never sent it: let the app send it, or change what this record refers to.";
        }
        if (row.getBoolean("parent_deleted")) {
            return "The app has deleted it: let the app send it again, or change what this record refers to.";
        }
        if (row.getString("parent_skipped") != null) {
            return "It is skipped, and so does not go: undo the skip or choose Sync parent first, or change what this"
                    + " record refers to.";
        }
        String code = row.getString("parent_code");
        return "held".equals(row.getString("parent_state"))
                ? "It is held%s: mend or relink that first; this record follows by itself."
                        .formatted(code == null ? "" : " with the error " + code)
                : null;
    }
}
