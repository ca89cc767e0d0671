package dev.relink.benchmark;

/** The codec in a JVM of its own with 64 MB of heap: a 50 MB answer is never in memory as a whole. */
final class QbxmlBenchmark {

    private static final int HEAP_MEGABYTES = 64;

    private QbxmlBenchmark() {}

    static void run(Table table) throws Exception {
        try (var codec = JavaChild.start(QbxmlCodec.class, HEAP_MEGABYTES)) {
            String[] figures = codec.answer().split(" ");
            table.line("answer", "%s MB, heap %d MB", figures[0], HEAP_MEGABYTES);
            table.line("bare StAX parser, MB/s", "%s", rounds(figures[1]));
            table.line("CustomerRet read, records/s", "%s", rounds(figures[2]));
            table.atLeast(
                    60, "reading against the bare parser", rounds(figures[3]).median(), "%");
            table.line("CustomerAdd written, records/s", "%s", rounds(figures[4]));
        }
    }

    private static Rounds rounds(String figures) {
        return Rounds.read(figures);
    }
}
