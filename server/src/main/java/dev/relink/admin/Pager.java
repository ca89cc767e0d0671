package dev.relink.admin;

/**
 * Which part of a long list is shown.
 *
 * @param address of the list with its filters and a {@code ?}; {@code page=} is added to it
 * @param number of this page, from 1
 */
public record Pager(String address, int number, int size, long total) {

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
        return last() < total;
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
