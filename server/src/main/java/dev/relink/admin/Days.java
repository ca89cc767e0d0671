package dev.relink.admin;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A bar for each of the last days: what was synced, and how often it failed. All numbers of the picture are made here. */
public record Days(List<Day> days) {

    private static final int HEIGHT = 132;
    private static final int BASE = 150;
    private static final int WIDTH = 774;
    private static final int LEFT = 54;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    public Days {
        days = List.copyOf(days);
    }

    public record Day(LocalDate date, long synced, long failed) {

        public String name() {
            return NAME.format(date);
        }
    }

    /** One day's place in the picture. */
    public record Bar(Day day, int x, int y, int width, int height) {

        public int middle() {
            return x + width / 2;
        }
    }

    public long synced() {
        return days.stream().mapToLong(Day::synced).sum();
    }

    public long failed() {
        return days.stream().mapToLong(Day::failed).sum();
    }

    public boolean isEmpty() {
        return synced() + failed() == 0;
    }

    /** What the uppermost line stands for: three even steps, whole tens where there is much. */
    public long top() {
        long most = Math.max(3, days.stream().mapToLong(Day::synced).max().orElse(0));
        long step = Math.ceilDiv(most, 3);
        long round = step <= 10 ? 1 : (long) Math.pow(10, Math.floor(Math.log10(step)));
        return 3 * Math.ceilDiv(step, round) * round;
    }

    /** From 0 to 3: the height of a line, downwards. */
    public int lineAt(int step) {
        return BASE - HEIGHT * step / 3;
    }

    public long valueAt(int step) {
        return top() * step / 3;
    }

    public List<Bar> bars() {
        int step = WIDTH / days.size();
        return IntStream.range(0, days.size())
                .mapToObj(i -> {
                    Day day = days.get(i);
                    int height = day.synced() == 0 ? 0 : (int) Math.max(2, HEIGHT * day.synced() / top());
                    return new Bar(day, LEFT + i * step, BASE - height, step * 7 / 10, height);
                })
                .toList();
    }
}
