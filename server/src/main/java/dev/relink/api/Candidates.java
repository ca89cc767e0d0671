package dev.relink.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.relink.company.CompanyId;
import dev.relink.entity.Differences;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.RecordJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What in QuickBooks may be the same thing as a held record: a person decides. */
@Component
class Candidates {

    private static final int MOST = 10;
    private static final double LEAST = 0.3;

    private final JdbcSyncErrorQueries errors;
    private final JdbcEntries entries;

    Candidates(JdbcSyncErrorQueries errors, JdbcEntries entries) {
        this.errors = errors;
        this.entries = entries;
    }

    /**
     * One entry of QuickBooks.
     *
     * @param score 0 to 1: how alike the names are
     * @param differs what is not the same, in words
     * @param boundTo the record that has it already; null when free
     */
    record Candidate(
            String quickbooksId,
            String fullName,
            boolean active,
            double score,
            List<String> differs,
            @Nullable String boundTo,
            Map<String, String> facts) {}

    /** @param found what the look-up itself found, as it was kept; null when there was none */
    record Answer(
            List<Candidate> items, @JsonRawValue @Nullable String found) {}

    /** @param q looked for instead of the record's own name; null = the record's */
    Optional<Answer> of(CompanyId company, long id, @Nullable String q) {
        return errors.find(company, id).map(error -> new Answer(likely(company, error, q), error.found()));
    }

    private List<Candidate> likely(CompanyId company, JdbcSyncErrorQueries.Listed error, @Nullable String q) {
        String sought = q == null ? "" : q.strip();
        boolean asked = !sought.isEmpty();
        String name = asked ? sought : error.recordName();
        return entries.near(company, error.key().type(), name).stream()
                .map(entry -> candidate(error, entry, name))
                .filter(candidate -> asked || candidate.score() >= LEAST)
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::fullName))
                .limit(MOST)
                .toList();
    }

    private static Candidate candidate(JdbcSyncErrorQueries.Listed error, JdbcEntries.Entry entry, String name) {
        double score = Math.round(100 * likeness(lastPart(entry.fullName()), name)) / 100.0;
        List<String> differs = new ArrayList<>();
        if (likeness(lastPart(entry.fullName()), error.recordName()) < 1) {
            differs.add("name: \"%s\" here, \"%s\" in QuickBooks".formatted(error.recordName(), entry.fullName()));
        }
        if (!entry.active()) {
            differs.add("it is inactive in QuickBooks");
        }
        differs.addAll(fields(error, entry));
        return new Candidate(
                entry.quickbooksId(), entry.fullName(), entry.active(), score, differs, entry.boundTo(), entry.facts());
    }

    /** As last read; what was not read is not compared. */
    private static List<String> fields(JdbcSyncErrorQueries.Listed error, JdbcEntries.Entry entry) {
        EntityType type = EntityTypes.require(error.key().type());
        if (entry.snapshot() == null || !type.isSendable()) {
            return List.of();
        }
        return Differences.between(
                        type,
                        RecordJson.read(type, error.snapshot()),
                        RecordJson.read(type, entry.snapshot()),
                        entry.quickbooks())
                .stream()
                .filter(difference -> !difference.pointer().equals("/name"))
                .map(difference -> "%s: \"%s\" here, \"%s\" in QuickBooks"
                        .formatted(difference.pointer().substring(1), difference.wanted(), difference.found()))
                .toList();
    }

    private static String lastPart(String fullName) {
        return fullName.substring(fullName.lastIndexOf(':') + 1);
    }

    /** The share of pairs of letters that both have (Dice's coefficient): 1 for the same but for case and spaces. */
    static double likeness(String one, String other) {
        Set<String> first = pairs(one);
        Set<String> second = pairs(other);
        long shared = first.stream().filter(second::contains).count();
        return first.isEmpty() || second.isEmpty() ? 0 : 2.0 * shared / (first.size() + second.size());
    }

    private static Set<String> pairs(String text) {
        String padded = " " + text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\p{Punct}\\s]+", " ") + " ";
        return IntStream.range(0, padded.length() - 1)
                .mapToObj(i -> padded.substring(i, i + 2))
                .collect(Collectors.toSet());
    }
}
