package dev.relink.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many Web Connectors in one process. Each line that it reads is a job, answered with a line of numbers:
 * {@code polls PORT SECONDS SIGN-IN...} with sessions a second, {@code visit PORT SIGN-IN...} with records, calls and
 * the nanoseconds until the last record was answered for.
 */
final class LoadClient {

    static final int CONNECTIONS = 8;

    private LoadClient() {}

    public static void main(String[] arguments) throws Exception {
        var jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String job = jobs.readLine(); job != null; job = jobs.readLine()) {
            String[] words = job.split(" ");
            int port = Integer.parseInt(words[1]);
            System.out.println(
                    switch (words[0]) {
                        case "polls" -> polls(port, Double.parseDouble(words[2]), signIns(words, 3));
                        case "visit" -> visit(port, signIns(words, 2));
                        default -> throw new IllegalArgumentException(job);
                    });
        }
    }

    private static List<SignIn> signIns(String[] words, int from) {
        return Arrays.stream(words).skip(from).map(SignIn::of).toList();
    }

    private static String polls(int port, double seconds, List<SignIn> signIns) throws Exception {
        List<EmptyPoll> polls = signIns.stream().map(EmptyPoll::new).toList();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        var jobs = new ArrayList<Callable<Integer>>();
        for (int t = 0; t < CONNECTIONS; t++) {
            int first = t;
            jobs.add(() -> pollsOfOne(port, end, polls, first));
        }
        int done = all(jobs).stream().mapToInt(Integer::intValue).sum();
        return Double.toString(done * 1e9 / (System.nanoTime() - start));
    }

    private static int pollsOfOne(int port, long end, List<EmptyPoll> polls, int first) throws IOException {
        int done = 0;
        try (var wire = new Wire(port)) {
            for (int i = first; System.nanoTime() < end; i += CONNECTIONS, done++) {
                polls.get(i % polls.size()).on(wire);
            }
        }
        return done;
    }

    private static String visit(int port, List<SignIn> signIns) throws Exception {
        long start = System.nanoTime();
        var jobs = signIns.stream()
                .<Callable<BusyVisit.Done>>map(signIn -> () -> new BusyVisit(signIn).on(port))
                .toList();
        List<BusyVisit.Done> done = all(jobs);
        long records = done.stream().mapToLong(BusyVisit.Done::records).sum();
        long calls = done.stream().mapToLong(BusyVisit.Done::calls).sum();
        long last = done.stream().mapToLong(BusyVisit.Done::lastRecordAt).max().orElse(start);
        return records + " " + calls + " " + (last - start);
    }

    private static <T> List<T> all(List<Callable<T>> jobs) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var done = new ArrayList<T>();
            for (Future<T> one : threads.invokeAll(jobs)) {
                done.add(one.get());
            }
            return done;
        }
    }
}
