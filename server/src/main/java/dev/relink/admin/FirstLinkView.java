package dev.relink.admin;

import dev.relink.entity.RecordKey;
import dev.relink.firstlink.FirstLink;
import dev.relink.firstlink.Proposal;
import dev.relink.firstlink.Proposals;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The match wizard. */
public record FirstLinkView(FirstLink link, Filter filter, List<Proposal> proposals, boolean hasMore) {

    /** @param exact those that may be accepted together, or those to review */
    public record Filter(
            boolean exact, String type, String q, @Nullable RecordKey after) {

        static Filter of(Map<String, String> asked, FirstLink link) {
            String show = asked.getOrDefault("show", link.exact() > 0 ? "exact" : "review");
            String after = asked.getOrDefault("after", "");
            return new Filter(
                    show.equals("exact"),
                    asked.getOrDefault("type", ""),
                    asked.getOrDefault("q", "").strip(),
                    after.indexOf('/') > 0 ? RepairForm.key(after) : null);
        }

        Proposals.Wanted wanted() {
            return new Proposals.Wanted(type.isEmpty() ? null : type, exact, q.isEmpty() ? null : q);
        }

        public String show() {
            return exact ? "exact" : "review";
        }
    }

    public List<Choice> types() {
        return Kind.choices().stream()
                .filter(choice -> List.of("customer", "vendor", "item").contains(choice.value()))
                .toList();
    }

    public String more() {
        RecordKey last = proposals.getLast().key();
        return "?"
                + Queries.of(
                        "show",
                        filter.show(),
                        "type",
                        filter.type(),
                        "q",
                        filter.q(),
                        "after",
                        last.type() + "/" + last.id());
    }

    public static String keyText(Proposal one) {
        return one.key().type() + "/" + one.key().id();
    }

    /** "Same name, e-mail address" */
    public static String because(Proposal.Candidate candidate) {
        return candidate.because().stream()
                .filter(word -> !word.equals("words") || !candidate.because().contains("name"))
                .map(word -> switch (word) {
                    case "words" -> "words of the name";
                    case "mail" -> "e-mail address";
                    case "number" -> "account number";
                    default -> word;
                })
                .collect(Collectors.joining(", ", "Same ", ""));
    }
}
