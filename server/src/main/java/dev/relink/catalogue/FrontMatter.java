package dev.relink.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines between the two {@code ---} of a file: {@code key: value}, indented by two blanks under a key without a
 * value. It is a small part of YAML, read strictly, so that every mistake has a line.
 */
record FrontMatter(List<Field> fields, int lastLine) {

    /** One line, with the lines indented under it. A list item {@code - key: value} is a field like any other. */
    record Field(String key, String value, int line, List<Field> under) {

        /** {@code [a, b]} is two words. */
        List<String> words() {
            String inner =
                    value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
            return Arrays.stream(inner.split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }

    private static final String FENCE = "---";
    private static final Pattern LINE = Pattern.compile("( *)(- )?([A-Za-z][A-Za-z0-9-]*):(?: (.*))?");

    static FrontMatter of(String file, List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(FENCE)) {
            throw new BadCatalogueFile(file, 1, "the file must begin with ---");
        }
        int end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end == 0) {
            throw new BadCatalogueFile(file, 1, "the second --- is missing");
        }
        return new FrontMatter(new Reader(file, lines, end).fields(0), end + 1);
    }

    private static final class Reader {
        private final String file;
        private final List<String> lines;
        private final int end;
        private int at = 1;

        Reader(String file, List<String> lines, int end) {
            this.file = file;
            this.lines = lines;
            this.end = end;
        }

        List<Field> fields(int depth) {
            List<Field> fields = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            while (at < end && indent(lines.get(at)) >= depth) {
                Matcher line = LINE.matcher(lines.get(at));
                if (!line.matches() || indent(lines.get(at)) != depth) {
                    throw new BadCatalogueFile(file, at + 1, "expected \"key: value\" indented by %d".formatted(depth));
                }
                boolean item = line.group(2) != null;
                if (!item && !seen.add(line.group(3))) {
                    throw new BadCatalogueFile(file, at + 1, "\"%s\" stands here twice".formatted(line.group(3)));
                }
                fields.add(field(line, depth));
            }
            return fields;
        }

        private Field field(Matcher line, int depth) {
            int number = ++at;
            String raw = line.group(4);
            String value = raw == null ? "" : unquoted(raw.strip(), number);
            return new Field(line.group(3), value, number, value.isEmpty() ? fields(depth + 2) : List.of());
        }

        private String unquoted(String value, int line) {
            if (!value.startsWith("'")) {
                return value;
            }
            if (value.length() < 2 || !value.endsWith("'")) {
                throw new BadCatalogueFile(file, line, "the closing ' is missing");
            }
            return value.substring(1, value.length() - 1).replace("''", "'");
        }

        private static int indent(String line) {
            return line.length() - line.stripLeading().length();
        }
    }
}
