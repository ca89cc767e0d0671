package dev.relink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** README, docs and the rest say what is there. */
class PapersTest {

    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    static List<Path> papers() throws IOException {
        try (Stream<Path> top = Files.list(HOUSE);
                Stream<Path> docs = Files.walk(HOUSE.resolve("docs"))) {
            return Stream.concat(Stream.concat(top, docs), Stream.of(HOUSE.resolve("simulator/README.md")))
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_link_leads_to_a_file_and_its_heading(Path paper) throws IOException {
        var broken = LINK.matcher(Files.readString(paper))
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.startsWith("http"))
                .filter(target -> !exists(paper, target))
                .toList();
        assertThat(broken).as("broken links in " + paper).isEmpty();
    }

    private static boolean exists(Path paper, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? paper : paper.resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || headings(file).contains(parts[1]));
    }

    private static List<String> headings(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                    .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void the_table_of_settings_lists_exactly_the_settings() throws IOException {
        var code = names("server/src/main/java/dev/relink/platform/Settings.java", "given\\.\\w+\\(\\s*\"([a-z-]+)\"");
        var table = names("docs/operating.md", "(?m)^\\| `RELINK_([A-Z_]+)`");
        assertThat(code).isNotEmpty();
        assertThat(table).isEqualTo(code);
    }

    private static List<String> names(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(HOUSE.resolve(file)))
                .results()
                .map((MatchResult found) ->
                        found.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                .sorted()
                .collect(Collectors.toList());
    }
}
