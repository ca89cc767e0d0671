package dev.relink.benchmark;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code ./relink bench} runs. A goal that was missed is said, and makes the exit code 1. */
public enum Benchmarks {
    WEB_CONNECTOR(
            "the server against a bare HTTP server, and draining a queue of customers; or only “polls” or “drain”",
            WebConnectorBenchmark.PARTS,
            WebConnectorBenchmark::run),
    QBXML("reading a 50 MB answer in a 64 MB heap against the bare parser, and writing", QbxmlBenchmark::run),
    DECODE("status codes and their messages decoded, on one core", DecodeBenchmark::run),
    INTAKE("records taken in as NDJSON", IntakeBenchmark::run),
    ERRORS(
            "a company with 1,000,000 sync errors: lists, filters, counts, and Clear ID for 10,000",
            ErrorsBenchmark::run),
    ONLINE(
            "QuickBooks Online within its limits: records a minute, Clear ID, 1,000 idle companies; or only “speed”,"
                    + " “clear-id” or “idle”",
            OnlineBenchmark.PARTS,
            OnlineBenchmark::run);

    private interface Run {
        void into(Table table) throws Exception;
    }

    /** One that can be run in part. */
    private interface RunParts {
        void into(Table table, Set<String> parts) throws Exception;
    }

    private final String about;
    private final Set<String> parts;
    private final RunParts run;

    Benchmarks(String about, Run run) {
        this(about, Set.of(), (table, _) -> run.into(table));
    }

    Benchmarks(String about, Set<String> parts, RunParts run) {
        this.about = about;
        this.parts = parts;
        this.run = run;
    }

    /**
     * @param arguments names of benchmarks, each with those of its parts that shall be run; none: all; {@code list}: says
     *     what there is
     */
    public static void main(String[] arguments) throws Exception {
        if (Arrays.stream(arguments).anyMatch(name -> name.matches("list|help|-h|--help"))) {
            Arrays.stream(values()).forEach(one -> System.out.printf("%-14s %s%n", one.word(), one.about));
            return;
        }
        boolean reached = true;
        for (var one : named(arguments).entrySet()) {
            Benchmarks benchmark = one.getKey();
            var table = new Table(benchmark.word() + ": " + benchmark.about);
            benchmark.run.into(table, one.getValue().isEmpty() ? benchmark.parts : one.getValue());
            reached &= table.print();
        }
        System.exit(reached ? 0 : 1);
    }

    private static Map<Benchmarks, Set<String>> named(String[] words) {
        var named = new LinkedHashMap<Benchmarks, Set<String>>();
        Benchmarks last = null;
        for (String word : words) {
            Benchmarks next = of(word);
            if (next != null) {
                named.put(next, new HashSet<>());
                last = next;
            } else if (last != null && last.parts.contains(word)) {
                named.getOrDefault(last, new HashSet<>()).add(word);
            } else {
                System.err.printf(
                        "relink: there is no benchmark “%s”; ./relink bench list says what there is.%n", word);
                System.exit(2);
            }
        }
        if (named.isEmpty()) {
            Arrays.stream(values()).forEach(one -> named.put(one, Set.of()));
        }
        return named;
    }

    private static @Nullable Benchmarks of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
