package dev.relink.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecureIdsTest {

    private final Ids ids = new SecureIds();

    @Test
    void tokens_fit_in_an_address_and_never_repeat() {
        var tokens = Stream.generate(ids::token).limit(1000).toList();
        assertThat(tokens).doesNotHaveDuplicates().allMatch(token -> token.matches("[A-Za-z0-9_-]{32}"));
    }

    @Test
    void message_set_ids_are_20_upper_case_letters_and_digits() {
        var made = Stream.generate(ids::messageSetId).limit(1000).toList();
        assertThat(made).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Z0-9]{20}"));
        assertThat(String.join("", made).chars().distinct()).hasSize(36);
    }
}
