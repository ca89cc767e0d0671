package dev.relink.catalogue;

import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All known status codes, read once from the Markdown files on the class path. Immutable. */
public final class Catalogue {

    /** The guide for codes that nobody has described: {@code catalogue/unknown.md}. */
    private static final String UNKNOWN_FILE = "unknown.md";

    private static final String TAILS_FOLDER = "tails/";
    private static final String OURS_FOLDER = "ours/";

    private static final StatusCode UNKNOWN_CODE = StatusCode.desktop("unknown");

    private final List<CatalogueEntry> entries;
    private final Map<StatusCode, CatalogueEntry> byCode;
    private final CatalogueEntry unknown;

    private Catalogue(List<CatalogueEntry> entries, CatalogueEntry unknown) {
        this.entries = List.copyOf(entries);
        this.unknown = unknown;
        this.byCode = new HashMap<>();
        entries.forEach(entry -> codes(entry.code()).forEach(code -> byCode.put(code, entry)));
    }

    /** Reads every file. @throws BadCatalogueFile when one of them breaks a rule, naming file and line */
    public static Catalogue load() {
        return of(CatalogueFiles.all());
    }

    static Catalogue of(List<CatalogueFiles.File> files) {
        Map<Platform, List<Tail>> tails = new EnumMap<>(Platform.class);
        Arrays.stream(Platform.values()).forEach(platform -> tails.put(platform, tails(files, platform)));
        List<CatalogueEntry> entries = new ArrayList<>();
        Map<StatusCode, String> described = new HashMap<>();
        CatalogueEntry unknown = null;
        for (CatalogueFiles.File file : files) {
            if (file.name().equals(UNKNOWN_FILE)) {
                unknown = EntryReader.read(UNKNOWN_CODE, file.name(), file.text(), List.of());
            } else if (!file.name().startsWith(TAILS_FOLDER)) {
                for (StatusCode code : codesOf(file.name())) {
                    codes(code).forEach(one -> describedOnce(one, file.name(), described));
                    entries.add(EntryReader.read(
                            code, file.name(), file.text(), tails.getOrDefault(code.platform(), List.of())));
                }
            }
        }
        if (unknown == null) {
            throw new BadCatalogueFile(UNKNOWN_FILE, 1, "the file is missing");
        }
        return new Catalogue(entries, unknown);
    }

    /** Two spellings of one code, a number in a range that has its own file: the later would hide the earlier. */
    private static void describedOnce(StatusCode code, String file, Map<StatusCode, String> described) {
        String other = described.putIfAbsent(canonical(code), file);
        if (other != null) {
            throw new BadCatalogueFile(
                    file,
                    1,
                    ("%s is described in %s already. (Is only one of them among the sources? Then the other is left of an"
                                    + " earlier build: mvn clean.)")
                            .formatted(code, other));
        }
    }

    /** What many codes of a platform have in common, by rank. */
    private static List<Tail> tails(List<CatalogueFiles.File> files, Platform platform) {
        return files.stream()
                .filter(file -> file.name().startsWith(TAILS_FOLDER + platform.word() + "/"))
                .map(Tail::read)
                .toList();
    }

    /** Our own codes are the same for both QuickBooks: {@code ours/relink-twin.md} is one of each. */
    private static List<StatusCode> codesOf(String file) {
        return file.startsWith(OURS_FOLDER)
                ? Stream.of(Platform.DESKTOP, Platform.ONLINE)
                        .map(platform -> code(platform.word() + "/" + file.substring(OURS_FOLDER.length())))
                        .toList()
                : List.of(code(file));
    }

    /** {@code desktop/3120.md} is {@code desktop:3120}. */
    private static StatusCode code(String file) {
        String[] parts = file.split("/");
        try {
            if (parts.length == 2) {
                return new StatusCode(Platform.of(parts[0]), parts[1].substring(0, parts[1].length() - ".md".length()));
            }
        } catch (IllegalArgumentException e) {
            throw new BadCatalogueFile(file, 1, String.valueOf(e.getMessage()));
        }
        throw new BadCatalogueFile(file, 1, "the path must be platform/code.md");
    }

    /** A file named {@code 9100-9199} stands for every number in the range. */
    private static Stream<StatusCode> codes(StatusCode code) {
        String[] range = code.code().split("-");
        if (!code.code().matches("\\d+-\\d+")) {
            return Stream.of(code);
        }
        return Stream.concat(
                Stream.of(code),
                IntStream.rangeClosed(Integer.parseInt(range[0]), Integer.parseInt(range[1]))
                        .mapToObj(number -> new StatusCode(code.platform(), Integer.toString(number))));
    }

    /** The entry of a code, in whatever spelling: {@code hresult:8004040a}, {@code online:003100}. */
    public Optional<CatalogueEntry> find(StatusCode code) {
        CatalogueEntry entry = byCode.get(code);
        return Optional.ofNullable(entry == null ? byCode.get(canonical(code)) : entry);
    }

    /** The spelling under which the catalogue keeps a code. */
    public static StatusCode canonical(StatusCode code) {
        String text = code.code().strip();
        return new StatusCode(
                code.platform(),
                switch (code.platform()) {
                    case DESKTOP -> text;
                    case ONLINE -> text.length() > 1 ? text.replaceFirst("^0+(?=\\d)", "") : text;
                    case WEB_CONNECTOR -> text.toUpperCase(Locale.ROOT);
                    case HRESULT -> text.toUpperCase(Locale.ROOT).replaceFirst("^(?:0X)?(?=[0-9A-F]{8}$)", "0x");
                });
    }

    /** The general guide for codes that are not in the catalogue. */
    public CatalogueEntry unknown() {
        return unknown;
    }

    /** The same number on every platform that has it: it means different things. */
    public List<CatalogueEntry> onEveryPlatform(String code) {
        return Arrays.stream(Platform.values())
                .map(platform -> find(new StatusCode(platform, code)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** All that is looked for in messages, each once. */
    List<MessagePattern> patterns() {
        return Stream.concat(entries.stream(), Stream.of(unknown))
                .flatMap(entry -> Stream.concat(
                        entry.facts().stream(), entry.variants().stream().map(Variant::pattern)))
                .distinct()
                .toList();
    }

    /** All entries, by platform and code. */
    public List<CatalogueEntry> entries() {
        return entries;
    }

    /** The entries whose code, name, family or problem contains the words; all for a blank question. */
    public List<CatalogueEntry> search(String words) {
        String sought = words.strip().toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> searchable(entry).contains(sought))
                .toList();
    }

    /** The entries that speak so: by one of their examples, or by the sentence that all their messages are made of. */
    public List<CatalogueEntry> saying(String message) {
        String sought = MessageText.of(message).folded();
        return entries.stream()
                .filter(entry -> entry.facts().stream()
                                .anyMatch(pattern -> pattern.matcher(sought).find())
                        || entry.examples().stream()
                                .anyMatch(example -> MessageText.of(example.message())
                                        .folded()
                                        .contains(sought)))
                .toList();
    }

    private static String searchable(CatalogueEntry entry) {
        Meaning meaning = entry.meaning();
        return String.join(
                        " ",
                        entry.code().toString(),
                        meaning.name(),
                        meaning.family().word(),
                        meaning.family().label(),
                        meaning.guide().problem(Map.of()))
                .toLowerCase(Locale.ROOT);
    }
}
