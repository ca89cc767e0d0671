package dev.relink.firstlink;

import dev.relink.entity.Difference;
import dev.relink.entity.RecordKey;
import java.util.List;

/** A record that waits, with what in QuickBooks could be it, likeliest first. */
public record Proposal(RecordKey key, String name, String summary, List<Candidate> candidates) {

    public Proposal {
        candidates = List.copyOf(candidates);
    }

    /**
     * One entry of QuickBooks.
     *
     * @param score 1 to 100
     * @param exact may be accepted with all that are
     * @param because what is the same on both sides: name, words, mail, phone, company, number, address
     * @param differs what is not, field by field
     */
    public record Candidate(
            String quickbooksId,
            String fullName,
            boolean active,
            int score,
            boolean exact,
            List<String> because,
            List<Difference> differs) {

        public Candidate {
            because = List.copyOf(because);
            differs = List.copyOf(differs);
        }
    }
}
