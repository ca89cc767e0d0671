package dev.relink.intake;

import dev.relink.entity.RecordKey;
import java.util.Collection;
import java.util.function.Function;

/** Columns for {@code unnest}: one array a column, one statement a batch. */
record Keys(String[] types, String[] ids) {

    static Keys of(Collection<RecordKey> keys) {
        return new Keys(column(keys, RecordKey::type), column(keys, RecordKey::id));
    }

    static <T> String[] column(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
