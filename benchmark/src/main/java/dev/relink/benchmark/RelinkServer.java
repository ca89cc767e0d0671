package dev.relink.benchmark;

import dev.relink.Relink;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server as it is shipped: its own process, 256 MB of heap, its own PostgreSQL on disk, durable. */
final class RelinkServer implements AutoCloseable {

    private static final int HEAP_MEGABYTES = 256;
    private static final String TOKEN = "a-token-for-this-benchmark-only";
    private static final Pattern COLLECTED = Pattern.compile(" (\\d+)M->\\d+M\\(");
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;
    private final JavaChild process;

    private RelinkServer(Path folder, int port, JavaChild process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Further JVM options, to look into it: {@code RELINK_JAVA_OPTIONS}. */
    static RelinkServer start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /** @param settings {@code RELINK_*} beside the usual ones */
    static RelinkServer start(Map<String, String> settings) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("relink-bench");
        int port = freePort();
        var options =
                new ArrayList<>(List.of("-Xmx" + HEAP_MEGABYTES + "m", "-Xlog:gc:file=" + folder.resolve("gc.log")));
        String more = Objects.requireNonNullElse(System.getenv("RELINK_JAVA_OPTIONS"), "");
        options.addAll(more.isBlank() ? List.of() : List.of(more.split(" ")));
        var environment = new HashMap<>(Map.of(
                "RELINK_PORT",
                Integer.toString(port),
                "RELINK_DATA",
                folder.resolve("data").toString(),
                "RELINK_API_TOKEN",
                TOKEN,
                "RELINK_READ_EVERY",
                "1h"));
        environment.putAll(databaseToLookInto());
        environment.putAll(settings);
        var child = JavaChild.start(Relink.class, options, environment, folder.resolve("server.log"));
        var server = new RelinkServer(folder, port, child);
        server.awaitReady();
        return server;
    }

    /** A PostgreSQL that was set up to tell about its statements: {@code RELINK_DATABASE_*} is taken over. */
    private static Map<String, String> databaseToLookInto() {
        return System.getenv().entrySet().stream()
                .filter(one -> one.getKey().startsWith("RELINK_DATABASE_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int tries = 0; tries < 3000 && process.isAlive(); tries++) {
            try {
                if (http.send(request("/readyz").build(), BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it is starting
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The server did not start:\n" + Files.readString(folder.resolve("server.log")));
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.handle();
    }

    /** CPU time that its own PostgreSQL has used; zero when the database is another's. */
    Duration databaseUsed() throws IOException {
        Path pid = folder.resolve("data/postgresql/cluster/postmaster.pid");
        return Files.isReadable(pid)
                ? Machine.usedWithChildren(
                        Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                : Duration.ZERO;
    }

    /** Its own database, to be looked into; what is changed there is for the benchmark to answer for. */
    JdbcClient database() throws IOException {
        Path home = folder.resolve("data/postgresql");
        String port = Files.readAllLines(home.resolve("cluster/postmaster.pid"))
                .get(3)
                .strip();
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + port + "/relink",
                "relink",
                Files.readString(home.resolve("password")).strip()));
    }

    /** Makes a company with QuickBooks Desktop. */
    SignIn company(String id) throws IOException, InterruptedException {
        String body =
                "{\"id\":\"%s\",\"name\":\"%s\",\"quickbooks\":\"desktop\",\"companyFile\":\"\"}".formatted(id, id);
        String password = send("/api/v1/companies", "application/json", BodyPublishers.ofString(body))
                .at("/webConnector/password")
                .asString();
        String qwc = get("/api/v1/companies/" + id + "/web-connector.qwc");
        return new SignIn(id, password, element(qwc, "OwnerID"), element(qwc, "FileID"));
    }

    private static String element(String xml, String name) {
        Matcher found = Pattern.compile("<" + name + ">(.*?)</" + name + ">").matcher(xml);
        if (!found.find()) {
            throw new IllegalStateException("No " + name + " in " + xml);
        }
        return found.group(1);
    }

    /** Sends records, a line each. @return how many were accepted */
    int records(String company, BodyPublisher lines) throws IOException, InterruptedException {
        return send("/api/v1/companies/" + company + "/records", "application/x-ndjson", lines)
                .at("/accepted")
                .asInt();
    }

    /** Such as {@code bound}, {@code pending}, {@code inDoubt}, {@code syncErrors}. */
    long count(String company, String what) throws IOException, InterruptedException {
        return JSON.readTree(get("/api/v1/companies/" + company))
                .at("/counts/" + what)
                .asLong();
    }

    String bindings(String company) throws IOException, InterruptedException {
        return get("/api/v1/companies/" + company + "/bindings.csv");
    }

    /** What the JSON interface answers. */
    JsonNode ask(String path) throws IOException, InterruptedException {
        return JSON.readTree(get("/api/v1" + path));
    }

    JsonNode post(String path, String json) throws IOException, InterruptedException {
        return send("/api/v1" + path, "application/json", BodyPublishers.ofString(json));
    }

    private JsonNode send(String path, String type, BodyPublisher body) throws IOException, InterruptedException {
        return JSON.readTree(
                answer(request(path).header("Content-Type", type).POST(body).build()));
    }

    private String get(String path) throws IOException, InterruptedException {
        return answer(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private String answer(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** The most heap that was in use when a collection began, in MB. */
    long peakHeap() throws IOException {
        return Files.readAllLines(folder.resolve("gc.log")).stream()
                .map(COLLECTED::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    /** What is left on the heap when everything that nobody needs was collected, in MB. */
    double liveHeap() throws IOException, InterruptedException {
        String pid = Long.toString(handle().pid());
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        var counting = new ProcessBuilder(jcmd.toString(), pid, "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        List<String> lines = counting.inputReader().lines().toList();
        Matcher total = Pattern.compile("Total +\\d+ +(\\d+)").matcher(lines.getLast());
        if (counting.waitFor() != 0 || !total.find()) {
            throw new IllegalStateException("jcmd says nothing of the heap: " + lines.getLast());
        }
        return Long.parseLong(total.group(1)) / 1e6;
    }

    /** Warnings and errors in its log since it was ready: a run with any is no measurement. */
    long complaints() throws IOException {
        return Files.readAllLines(folder.resolve("server.log")).stream()
                .dropWhile(line -> !line.contains("Started Relink"))
                .filter(line -> line.contains(" ERROR ") || line.contains(" WARN "))
                .peek(System.err::println)
                .count();
    }

    @Override
    public void close() throws IOException {
        process.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
