package dev.relink.benchmark;

import java.util.Arrays;
import java.util.List;

/** What {@code ./relink bench} runs. A goal that was missed is said, and makes the exit code 1. */
public enum Benchmarks {
    WEB_CONNECTOR(
            "the server against a bare HTTP server, and draining a queue of customers", WebConnectorBenchmark::run),
    QBXML("reading a 50 MB answer in a 64 MB heap against the bare parser, and writing", QbxmlBenchmark::run),
    DECODE("status codes and their messages decoded, on one core", DecodeBenchmark::run),
    INTAKE("records taken in as NDJSON", IntakeBenchmark::run),
    ERRORS(
            "a company with 1,000,000 sync errors: lists, filters, counts, and Clear ID for 10,000",
            ErrorsBenchmark::run);

    private interface Run {
        void into(Table table) throws Exception;
    }

    private final String about;
    private final Run run;

    Benchmarks(String about, Run run) {
        this.about = about;
        this.run = run;
    }

    /** @param arguments names of benchmarks; none: all; {@code list}: says what there is */
    public static void main(String[] arguments) throws Exception {
        if (Arrays.stream(arguments).anyMatch(name -> name.matches("list|help|-h|--help"))) {
            Arrays.stream(values()).forEach(one -> System.out.printf("%-14s %s%n", one.word(), one.about));
            return;
        }
        boolean reached = true;
        for (Benchmarks one : named(arguments)) {
            var table = new Table(one.word() + ": " + one.about);
            one.run.into(table);
            reached &= table.print();
        }
        System.exit(reached ? 0 : 1);
    }

    private static List<Benchmarks> named(String[] names) {
        for (String name : names) {
            if (Arrays.stream(values()).noneMatch(one -> one.word().equals(name))) {
                System.err.printf(
                        "relink: there is no benchmark “%s”; ./relink bench list says what there is.%n", name);
                System.exit(2);
            }
        }
        return Arrays.stream(values())
                .filter(one -> names.length == 0 || Arrays.asList(names).contains(one.word()))
                .toList();
    }

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
