package dev.relink.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A choice from a closed list that is written as a word: in files, on the wire, on pages. */
public interface Word {

    String name();

    /** The word on the wire: {@code MISSING_LINK} is {@code missing-link}. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <W extends Word> Optional<W> find(W[] choices, String word) {
        return Arrays.stream(choices)
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }

    /** @throws IllegalArgumentException naming the word and those allowed */
    static <W extends Word> W of(W[] choices, String word) {
        return find(choices, word)
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is not one of: %s"
                        .formatted(word, Arrays.stream(choices).map(Word::word).collect(Collectors.joining(", ")))));
    }
}
