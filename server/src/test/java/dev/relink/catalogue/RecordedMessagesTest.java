package dev.relink.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.relink.connector.StatusCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every message in the recorded answers of real QuickBooks, where there are any, stands in messages.tsv. */
class RecordedMessagesTest {

    private static final Path FOLDER = Path.of("../../shared/fixtures");
    private static final Pattern STATUS = Pattern.compile("statusCode=\"([^\"]+)\"[^>]*statusMessage=\"([^\"]*)\"");

    private record Told(StatusCode code, String message) {}

    private final List<Told> listed = RealMessages.all().stream()
            .map(row -> new Told(row.code(), row.message()))
            .toList();

    @Test
    void of_quickbooks_desktop() throws IOException {
        List<Told> told = new ArrayList<>();
        for (Path file : recorded("desktop", ".xml")) {
            STATUS.matcher(Files.readString(file))
                    .results()
                    .map(status -> new Told(
                            StatusCode.desktop(status.group(1)), status.group(2).replace("&quot;", "\"")))
                    .filter(answer -> !answer.code().equals(StatusCode.desktop("0")))
                    .forEach(told::add);
        }
        assertThat(listed).containsAll(told);
        assertThat(told).isNotEmpty();
    }

    @Test
    void of_quickbooks_online() throws IOException {
        List<Told> told = new ArrayList<>();
        JsonMapper mapper = new JsonMapper();
        for (Path file : recorded("online", ".json")) {
            JsonNode answer = mapper.readTree(Files.readString(file));
            Stream.of("Error", "error")
                    .flatMap(name -> answer.findValues(name).stream())
                    .filter(JsonNode::isArray)
                    .forEach(errors -> errors.forEach(error -> told.add(told(error))));
        }
        assertThat(listed).containsAll(told);
        assertThat(told).isNotEmpty();
    }

    private static Told told(JsonNode error) {
        String message = error.path("Message").asString(error.path("message").asString(""));
        String detail = error.path("Detail").asString(error.path("detail").asString(""));
        return new Told(StatusCode.parse("online:" + error.path("code").asString()), (message + " " + detail).strip());
    }

    private static List<Path> recorded(String platform, String ending) throws IOException {
        Path folder = FOLDER.resolve(platform);
        assumeThat(Files.isDirectory(folder))
                .as("recorded answers in %s: there are none, so nothing to compare with", folder)
                .isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
