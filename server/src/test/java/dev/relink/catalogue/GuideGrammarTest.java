package dev.relink.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every guide and variant reads as plain English, whatever is known of the record. */
class GuideGrammarTest {

    /** A real record whose words are awkward: vowels, full stops, none. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("type", "invoice"),
            Map.entry("number", "1042"),
            Map.entry("name", "1042"),
            Map.entry("oldId", "80000A3F-1715099460"),
            Map.entry("reference", "Acme"),
            Map.entry("referenceType", "Account"),
            Map.entry("place", "Invoice"),
            Map.entry("field", "AccountRef"),
            Map.entry("value", "41 Elm Street"),
            Map.entry("head", "There is an error in the Invoice"),
            Map.entry("tail", "The list is in use."),
            Map.entry("message", "Could not start QuickBooks."),
            Map.entry("company", "Willow & Sons"),
            Map.entry("companyFile", "Willow.qbw"),
            Map.entry("retryAt", "09:15"),
            Map.entry("limit", "41"));

    /** Another one, whose message has no full stop. */
    private static final Map<String, String> TERSE =
            Map.of("type", "item", "name", "Mulch", "message", "It is wrong", "referenceType", "UnitOfMeasure");

    private static final Map<String, Pattern> WRONG = Map.of(
            "double space", Pattern.compile("(?<!\n) {2}"),
            "space before a mark", Pattern.compile(" [,.;](?!\\w)"),
            "two marks", Pattern.compile("\\.\\.|[.,],|,\\.|;\\."),
            "article",
                    Pattern.compile(
                            "\\b[Aa] (?=[aeioAEIO])(?!one\\b|once\\b|euro)|\\b[Aa]n (?![aeiouhAEFHILMNORSUX8])"),
            "sentence in lower case",
                    Pattern.compile("(?:^|(?<!\\b[a-z]\\.[a-z]|e\\.g|i\\.e|etc| \\.)[.!?] )[a-z](?!\\w*[A-Z.])"),
            "brace", Pattern.compile("[{}]"),
            "no end", Pattern.compile("[^.!?:”\"]\\s*(?:\n\n|\\z)"),
            "sentences run together", Pattern.compile("(?<![A-Z])[a-z][.!?][A-Z][a-z]"));

    @TestFactory
    Stream<DynamicTest> every_guide_reads_well_with_facts_and_without() {
        Catalogue catalogue = Catalogue.load();
        return Stream.concat(catalogue.entries().stream(), Stream.of(catalogue.unknown()))
                .map(entry -> dynamicTest(
                        entry.code().toString(), () -> assertThat(wrong(entry)).isEmpty()));
    }

    /** What a bookkeeper would have to look up. What is not in {@link TradeWord} may not stand in a guide at all. */
    private static final Pattern JARGON = Pattern.compile("(?i)\\b(mappings?|markers?|message sets?|edit sequence"
            + "|synctoken|prox(?:y|ies)|oauth|guid|list ?ids?|sandbox|scopes?|json|xml|api|registry|tls|tokens?"
            + "|request number|in doubt|reconciled|payloads?|endpoints?|checksum|iterators?|idempoten\\w*|schema|enum"
            + "|null|async\\w*|webhooks?|parser?|boolean|string|backend|timestamp|thread|namespace|foreign key)\\b");

    @TestFactory
    Stream<DynamicTest> no_word_of_the_trade_stands_there_unexplained() {
        Catalogue catalogue = Catalogue.load();
        return Stream.concat(catalogue.entries().stream(), Stream.of(catalogue.unknown()))
                .map(entry -> dynamicTest(
                        entry.code().toString(),
                        () -> assertThat(unexplained(entry)).isEmpty()));
    }

    private static List<String> unexplained(CatalogueEntry entry) {
        return Stream.concat(
                        Stream.of(entry.meaning()), entry.variants().stream().map(Variant::meaning))
                .flatMap(meaning -> texts(meaning, Map.of()))
                .flatMap(text -> JARGON.matcher(text).results().map(MatchResult::group))
                .filter(word -> TradeWord.in(word).isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> wrong(CatalogueEntry entry) {
        List<String> wrong = new ArrayList<>();
        Stream.concat(Stream.of(entry.meaning()), entry.variants().stream().map(Variant::meaning))
                .flatMap(meaning ->
                        Stream.of(Map.<String, String>of(), KNOWN, TERSE).flatMap(names -> texts(meaning, names)))
                .distinct()
                .forEach(text -> WRONG.forEach((what, pattern) -> {
                    if (pattern.matcher(text).find()) {
                        wrong.add(what + ": " + text);
                    }
                }));
        return wrong;
    }

    private static Stream<String> texts(Meaning meaning, Map<String, String> names) {
        Guide.Told told = meaning.guide().forRecord(names);
        Stream<String> causes = told.causes().stream()
                .map(cause -> "If %s: %s. Do this: %s (%s)."
                        .formatted(cause.finding(), cause.cause(), cause.remedy(), cause.who()));
        return Stream.concat(causes, told(meaning, names, told));
    }

    private static Stream<String> told(Meaning meaning, Map<String, String> names, Guide.Told told) {
        return Stream.of(
                        meaning.guide().problem(names),
                        meaning.guide().fix(names),
                        told.problem(),
                        told.why(),
                        told.fix(),
                        told.next(),
                        told.articles(),
                        told.meaning())
                .filter(Objects::nonNull);
    }
}
