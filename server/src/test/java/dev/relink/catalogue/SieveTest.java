package dev.relink.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SieveTest {

    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void a_pattern_may_begin_where_its_opening_stands_and_nowhere_else() {
        MessagePattern inUse = MessagePattern.of("in use|is locked");
        MessagePattern use = MessagePattern.of("use by");

        assertThat(places("The list is in use. It is locked, in use by Ann.", inUse, List.of(inUse, use)))
                .containsExactly(12, 23, 34);
        assertThat(places("The list is in use. It is locked, in use by Ann.", use, List.of(inUse, use)))
                .containsExactly(37);
    }

    @Test
    void one_opening_inside_of_another_counts_once() {
        MessagePattern account = MessagePattern.of("account|account is|account is not");

        assertThat(places("The account is not there", account, List.of(account)))
                .containsExactly(4);
    }

    /** What the sieve lets through is what a search from the beginning would find: for every pattern, every message. */
    @Test
    void no_pattern_is_missed_by_it() {
        List<MessagePattern> patterns = CATALOGUE.patterns();
        Sieve sieve = new Sieve(patterns);

        assertThat(messages()).hasSizeGreaterThan(500).allSatisfy(message -> {
            MessageText text = MessageText.of(message);
            Starts starts = sieve.walk(text);
            assertThat(patterns.stream().filter(pattern -> pattern.read(text, 0, starts, new HashMap<>())))
                    .containsExactlyElementsOf(patterns.stream()
                            .filter(pattern -> pattern.matcher(text.folded()).find())
                            .toList());
        });
    }

    @Test
    void the_names_in_a_message_are_those_of_the_first_place_that_matches() {
        MessagePattern pattern = MessagePattern.of("item \"(?<value>[^\"]{1,9})\" is");
        MessageText text = MessageText.of("No item \"A\" here; item \"Mulch\" is gone; item \"Bark\" is gone");
        Map<String, String> facts = new HashMap<>();

        assertThat(pattern.read(text, 0, new Sieve(List.of(pattern)).walk(text), facts))
                .isTrue();
        assertThat(facts).containsEntry("value", "Mulch");
    }

    @Test
    void an_opening_in_letters_that_it_has_no_room_for_is_refused() {
        MessagePattern pattern = MessagePattern.of("請 in use");

        assertThatThrownBy(() -> new Sieve(List.of(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("請");
    }

    private static List<Integer> places(String message, MessagePattern pattern, List<MessagePattern> all) {
        Starts starts = new Sieve(all).walk(MessageText.of(message));
        List<Integer> places = new ArrayList<>();
        for (int hit = starts.first(pattern, 0); hit != Starts.NONE; hit = starts.next(hit)) {
            places.add(starts.place(hit));
        }
        return places;
    }

    private static List<String> messages() {
        return Stream.concat(
                        RealMessages.all().stream().map(RealMessages.Row::message),
                        RealMessages.concepts().stream().map(RealMessages.Row::message))
                .distinct()
                .toList();
    }
}
