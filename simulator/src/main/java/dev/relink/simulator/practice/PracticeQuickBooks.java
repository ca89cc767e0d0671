package dev.relink.simulator.practice;

/** The process: {@code PracticeQuickBooks --port 8090 --relink http://localhost:8080 --data DIR}. */
public final class PracticeQuickBooks {
    private PracticeQuickBooks() {}

    public static void main(String[] words) {
        Options options;
        try {
            options = Options.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println();
            System.err.println(Options.USAGE);
            System.exit(2);
            return;
        }
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var server = PracticeServer.start(options);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close"));
        System.out.println("Practice QuickBooks: http://" + options.host() + ":" + server.port());
    }
}
