package dev.relink.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message, however it is made, keeps a pattern busy: the work grows with the length of the text and no faster. */
class PatternWorkTest {

    /** How often a pattern may look at each character of the worst text. */
    private static final int LOOKS_PER_CHARACTER = 700;

    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void no_bait_keeps_a_pattern_of_the_catalogue_busy() {
        assertThat(patterns())
                .hasSizeGreaterThan(100)
                .allSatisfy(pattern -> assertThat(baits(pattern))
                        .allSatisfy(bait -> assertThat(looks(pattern, bait))
                                .as(pattern + " on " + bait.substring(0, Math.min(60, bait.length())))
                                .isLessThan(LOOKS_PER_CHARACTER * MessageText.READ_AT_MOST)));
    }

    @Test
    void twice_the_text_is_at_most_twice_the_work_and_a_little() {
        assertThat(patterns())
                .allSatisfy(pattern -> assertThat(baits(pattern)).allSatisfy(bait -> {
                    int half = looks(pattern, bait.substring(0, bait.length() / 2));
                    assertThat(looks(pattern, bait)).isLessThan(2 * half + 400_000);
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in the (a|b)+",
                "in the (?:a{1,9}){2,5}",
                "in the .*",
                "in the [a-z]+",
                "in the [a-z]{3,}",
                "in the .{0,300}",
                "same \\1",
                "name(?= is)",
                "[a-z]{1,9} is",
            })
    void what_could_take_long_is_not_let_in(String regex) {
        assertThatThrownBy(() -> MessagePattern.of(regex)).isInstanceOf(IllegalArgumentException.class);
    }

    static int looks(MessagePattern pattern, String bait) {
        var text = new CountingText(bait);
        boolean found = pattern.matcher(text).find();
        return found ? 0 : text.looks();
    }

    static List<MessagePattern> patterns() {
        return CATALOGUE.entries().stream()
                .flatMap(entry -> Stream.concat(
                        entry.facts().stream(), entry.variants().stream().map(Variant::pattern)))
                .distinct()
                .toList();
    }

    /** What a pattern waits for, again and again, without the end that it waits for. */
    private static List<String> baits(MessagePattern pattern) {
        return pattern.openings().words().stream()
                .flatMap(word -> Stream.of("", "a", "\"", " ", "9", "\" in the ", "\" in the a\"")
                        .map(filler -> word + filler)
                        .flatMap(piece -> Stream.of(filled(piece), filled(piece, "a"), filled(piece, "\" "))))
                .toList();
    }

    private static String filled(String piece) {
        return piece.isEmpty() ? "" : piece.repeat(MessageText.READ_AT_MOST / piece.length());
    }

    private static String filled(String start, String piece) {
        return start + piece.repeat((MessageText.READ_AT_MOST - start.length()) / piece.length());
    }
}
