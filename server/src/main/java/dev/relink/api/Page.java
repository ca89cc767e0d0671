package dev.relink.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor for the next part; null at the end
 * @param total of the whole list
 * @param totalIsAtLeast true when there are more, as of what is found by words; left out otherwise
 */
record Page<T>(
        List<T> items,
        @Nullable String nextCursor,
        long total,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean totalIsAtLeast) {

    /**
     * @param rows one more than asked for, if there is more
     * @param key of a row's place in the order
     */
    static <T> Page<T> of(List<T> rows, Slice slice, long total, Function<T, List<Object>> key) {
        return of(rows, slice, total, false, key);
    }

    static <T> Page<T> of(
            List<T> rows, Slice slice, long total, boolean totalIsAtLeast, Function<T, List<Object>> key) {
        if (rows.size() <= slice.limit()) {
            return new Page<>(rows, null, total, totalIsAtLeast);
        }
        List<T> items = List.copyOf(rows.subList(0, slice.limit()));
        return new Page<>(items, Cursor.write(key.apply(items.getLast())), total, totalIsAtLeast);
    }

    <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor, total, totalIsAtLeast);
    }
}
