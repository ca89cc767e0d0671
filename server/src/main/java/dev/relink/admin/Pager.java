package dev.relink.admin;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list is shown.
 *
 * @param address of the list with its filters and a {@code ?}; {@code page=} is added to it
 * @param number of this page, from 1
 * @param reach the last row that it is leafed through to; behind it filters lead on
 */
public record Pager(String address, int number, int size, long total, long reach) {

    Pager(String address, int number, int size, long total) {
        this(address, number, size, total, total);
    }

    /** Rows on a page; the first is the usual one. */
    static final List<Integer> SIZES = List.of(100, 25, 50, 200, 500);

    /** Whatever is none of {@link #SIZES} is the usual one. */
    static int size(@Nullable String asked) {
        return SIZES.stream()
                .filter(one -> one.toString().equals(asked))
                .findFirst()
                .orElse(SIZES.getFirst());
    }

    /** For an address: the usual one is left out. */
    static String text(int size) {
        return size == SIZES.getFirst() ? "" : "" + size;
    }

    /** Smallest first. */
    public static List<Integer> sizes() {
        return SIZES.stream().sorted().toList();
    }

    /** The same list from its beginning, with so many rows on a page. */
    public static String sized(String address, int size) {
        String bare = address.replaceAll("(?<=[?&])size=\\d+&?", "").replaceAll("[&?]$", "");
        return bare + (bare.contains("?") ? "&" : "?") + "size=" + size;
    }

    /** Whether another size would show other rows. */
    public boolean isSizable() {
        return total > Collections.min(SIZES);
    }

    public long first() {
        return total == 0 ? 0 : (long) (number - 1) * size + 1;
    }

    public long last() {
        return Math.min((long) number * size, total);
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return last() < Math.min(total, reach);
    }

    public String previous() {
        return at(number - 1);
    }

    public String next() {
        return at(number + 1);
    }

    private String at(int page) {
        return address + (address.endsWith("?") ? "" : "&") + "page=" + page;
    }
}
