package dev.relink.syncerror;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which sync errors a list shows. Null = any.
 *
 * @param repair one that they offer
 * @param causes codes with their variants, a blank between them
 * @param q words of the name, the record's id or the message; each may be only the beginning of one
 */
public record Wanted(
        @Nullable String state,
        @Nullable String code,
        @Nullable String variant,
        @Nullable String type,
        @Nullable String family,
        @Nullable String repair,
        @Nullable Set<String> causes,
        @Nullable String q) {

    public static final Wanted ALL = new Wanted(null, null, null, null, null, null, null);

    public Wanted(
            @Nullable String state,
            @Nullable String code,
            @Nullable String variant,
            @Nullable String type,
            @Nullable String family,
            @Nullable String repair,
            @Nullable String q) {
        this(state, code, variant, type, family, repair, null, q);
    }

    /** The same, of these causes only. */
    public Wanted of(Set<String> these) {
        return new Wanted(state, code, variant, type, family, repair, Set.copyOf(these), q);
    }

    boolean takes(Facet facet) {
        return isOrAny(state, facet.state())
                && isOrAny(code, facet.code())
                && isOrAny(variant, facet.variant())
                && isOrAny(type, facet.type())
                && isOrAny(family, facet.family())
                && (repair == null || facet.repairs().contains(repair))
                && (causes == null || causes.contains(facet.cause()));
    }

    private static boolean isOrAny(@Nullable String wanted, String there) {
        return wanted == null || wanted.equals(there);
    }

    boolean hasWords() {
        return q != null && !words().isEmpty();
    }

    /** The same cut as {@code sync_error_terms} makes. */
    private List<String> words() {
        return Arrays.stream(String.valueOf(q).toLowerCase(Locale.ROOT).split("[\\p{Punct}\\s]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }

    /** As a {@code tsquery} over {@code sync_error_terms}. A single letter begins too many words: it stands for itself. */
    String query(String company) {
        return words().stream()
                .map(word -> "'" + company + "=" + word + (word.length() > 1 ? "':*" : "'"))
                .collect(Collectors.joining(" & "));
    }

    /** As regular expressions, all of which a row's text must match; a blank is before it. Words have no signs in them. */
    String[] patterns() {
        return words().stream()
                .map(word -> SEPARATOR + word + (word.length() > 1 ? "" : "(" + SEPARATOR + "|$)"))
                .toArray(String[]::new);
    }

    private static final String SEPARATOR = "[[:punct:][:space:]]";
}
