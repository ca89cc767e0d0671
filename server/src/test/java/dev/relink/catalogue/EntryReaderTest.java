package dev.relink.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.relink.connector.StatusCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A broken file stops the start, and the message leads to the line. */
class EntryReaderTest {

    private static final String GOOD = """
            ---
            name: Nothing
            family: validation
            severity: error
            whoCanFix: app-user
            retry: after-fix
            outcome: rejected
            repairs: [rename, skip]
            standing: recorded; once
            variants:
              named:
                pattern: 'field "(?<field>[^"]{0,20})" is'
                family: limit
            examples:
              - named: 'The field "x" isn''t it: is "field "y" is".'
            ---

            ## Problem

            One. Two of {record}.

            ## Why we think so

            Three.

            ## Fix

            Four.

            ## What happens next

            Five.

            ## Fix (named)

            Six {field}.
            """;

    @Test
    void a_good_file_is_read() {
        CatalogueEntry entry = read(GOOD);

        assertThat(entry.meaning().repairs()).containsExactly(RepairKind.RENAME, RepairKind.SKIP);
        assertThat(entry.variants()).singleElement().satisfies(variant -> {
            assertThat(variant.meaning().family()).isEqualTo(Family.LIMIT);
            assertThat(variant.meaning().severity()).isEqualTo(Severity.ERROR);
            assertThat(variant.meaning().guide().problem(Map.of())).isEqualTo("One.");
        });
        assertThat(entry.examples().getFirst().message()).isEqualTo("The field \"x\" isn't it: is \"field \"y\" is\".");
    }

    @Test
    void every_mistake_names_file_and_line() {
        refused("family: validation", "family: nonsense", 3, "\"nonsense\" is not one of");
        refused("severity: error", "gravity: error", 4, "no such key: gravity");
        refused("severity: error\n", "", 1, "\"severity\" is missing");
        refused("severity: error", "family: limit", 4, "stands here twice");
        refused("[rename, skip]", "[rename, pray]", 8, "\"pray\" is not one of");
        refused("[rename, skip]", "[skip, skip]", 8, "a repair stands here twice");
        refused("standing: recorded", "standing: sure", 9, "must begin with recorded");
        refused("{record}", "{recrod}", 18, "no placeholder {recrod}");
        refused("Four.", "", 26, "is empty");
        refused("Four.", "Four.\n\n## If you find that\n\n- a | b | c", 30, "finding | cause | remedy | who");
        refused("## Fix (named)", "## Fix (nameless)", 16, "unknown variant \"nameless\"");
        refused("## Why we think so\n\nThree.", "", 16, "\"Why we think so\" is missing");
        refused("## Fix (named)", "## Hints", 34, "no section \"## Hints\"");
        refused("- named: 'The", "- other: 'The", 15, "no variant \"other\"");
        refused("?<field>", "?<fieled>", 12, "\"fieled\" is no placeholder");
        refused("[^\"]{0,20}", ".*", 12, "could take long");
        refused("(?<field>[^\"]{0,20})", "([a-z]+)+", 12, "could take long");
    }

    @Test
    void causes_belong_to_the_fix_that_they_stand_with() {
        CatalogueEntry entry =
                read(GOOD.replace("Four.", "Four.\n\n## If you find that\n\n- see {record} | b | **c** | d"));

        assertThat(entry.meaning()
                        .guide()
                        .forRecord(Map.of("record", "invoice 7"))
                        .causes())
                .containsExactly(new Cause("see invoice 7", "b", "**c**", "d"));
        assertThat(entry.variants()
                        .getFirst()
                        .meaning()
                        .guide()
                        .forRecord(Map.of())
                        .causes())
                .isEmpty();
    }

    /** In another spelling, in a range, or as one of Relink's own codes of both QuickBooks. */
    @Test
    void no_code_is_described_twice() {
        describedTwice("hresult/0x8004040A.md", "hresult/8004040a.md");
        describedTwice("desktop/9100-9199.md", "desktop/9150.md");
        describedTwice("desktop/relink-new.md", "ours/relink-new.md");
        describedTwice("online/610.md", "online/0610.md");
    }

    private static void describedTwice(String one, String other) {
        List<CatalogueFiles.File> files = Stream.concat(
                        CatalogueFiles.all().stream(),
                        Stream.of(one, other)
                                .filter(name -> CatalogueFiles.all().stream()
                                        .noneMatch(file -> file.name().equals(name)))
                                .map(name -> new CatalogueFiles.File(name, GOOD)))
                .toList();
        assertThatThrownBy(() -> Catalogue.of(files))
                .isInstanceOf(BadCatalogueFile.class)
                .hasMessageContaining(other + ", line 1: ")
                .hasMessageContaining("is described in " + one + " already");
    }

    private static void refused(String old, String wrong, int line, String because) {
        assertThat(GOOD).contains(old);
        assertThatThrownBy(() -> read(GOOD.replace(old, wrong)))
                .isInstanceOf(BadCatalogueFile.class)
                .hasMessageContaining("desktop/1.md, line " + line + ": ")
                .hasMessageContaining(because);
    }

    private static CatalogueEntry read(String text) {
        return EntryReader.read(StatusCode.desktop("1"), "desktop/1.md", text, List.of());
    }
}
