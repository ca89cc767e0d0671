package dev.relink.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The figures of several rounds of the same work: on a machine that does other things too, the middle one counts. */
record Rounds(double... figures) {

    Rounds {
        figures = figures.clone();
        Arrays.sort(figures);
    }

    static Rounds read(String words) {
        return new Rounds(
                Arrays.stream(words.split(",")).mapToDouble(Double::parseDouble).toArray());
    }

    String words() {
        return DoubleStream.of(figures).mapToObj(Double::toString).collect(Collectors.joining(","));
    }

    double median() {
        return figures[figures.length / 2];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,.0f (%,.0f … %,.0f)", median(), figures[0], figures[figures.length - 1]);
    }
}
