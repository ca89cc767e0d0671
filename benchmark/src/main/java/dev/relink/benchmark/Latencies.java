package dev.relink.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** How long each of many equal requests took, in milliseconds. */
record Latencies(double... milliseconds) {

    Latencies {
        milliseconds = milliseconds.clone();
        Arrays.sort(milliseconds);
    }

    /** One request. @param n from 0: so that not always the same is asked */
    interface Request {
        void send(int n) throws Exception;
    }

    /** The first few are not counted: a person's second click is what matters. */
    static Latencies of(int warmUp, int count, Request request) throws Exception {
        for (int n = 0; n < warmUp; n++) {
            request.send(n);
        }
        double[] milliseconds = new double[count];
        for (int n = 0; n < count; n++) {
            long start = System.nanoTime();
            request.send(warmUp + n);
            milliseconds[n] = (System.nanoTime() - start) / 1e6;
        }
        return new Latencies(milliseconds);
    }

    double p50() {
        return milliseconds[milliseconds.length / 2];
    }

    double p99() {
        return milliseconds[(int) Math.ceil(milliseconds.length * 0.99) - 1];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %,.0f ms, p99 %,.0f ms", p50(), p99());
    }
}
