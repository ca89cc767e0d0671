package dev.relink.admin;

import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.RepairKind;
import dev.relink.company.CompanyId;
import dev.relink.cycle.Match;
import dev.relink.entity.RecordKey;
import dev.relink.platform.web.Refused;
import dev.relink.repair.Lookalike;
import dev.relink.repair.Lookalikes;
import dev.relink.repair.Repairs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the dialog before a repair from its dry run. */
@Component
class RepairSheets {

    /** Shown in the dialog; the totals count all. */
    private static final int SHOWN = 200;

    private final JdbcErrorRows rows;
    private final JdbcNamesakes namesakes;
    private final JdbcLinks links;
    private final Lookalikes lookalikes;
    private final Decoder decoder;
    private final ErrorLines errorLines;
    private final JdbcAdministrators administrators;
    private final JdbcDiffering differing;

    RepairSheets(
            JdbcErrorRows rows,
            JdbcNamesakes namesakes,
            JdbcLinks links,
            Lookalikes lookalikes,
            Decoder decoder,
            ErrorLines errorLines,
            JdbcAdministrators administrators,
            JdbcDiffering differing) {
        this.differing = differing;
        this.errorLines = errorLines;
        this.administrators = administrators;
        this.rows = rows;
        this.namesakes = namesakes;
        this.links = links;
        this.lookalikes = lookalikes;
        this.decoder = decoder;
    }

    /** @param missing what the dialog's answer lacked; empty when it was not answered yet */
    RepairSheet of(Page page, CompanyId company, RepairForm form, List<Repairs.Verdict> verdicts, String missing) {
        if (verdicts.isEmpty()) {
            throw Refused.notFound("These records are not there any more. Nothing was changed.");
        }
        List<Judged> judged = judged(page, company, verdicts);
        return new RepairSheet(
                form.kind(),
                judged,
                Repairs.Totals.of(verdicts),
                judged.stream()
                        .filter(Judged::accepted)
                        .mapToLong(one -> one.line().blocks())
                        .sum(),
                fields(form),
                form.kind() == RepairKind.RELINK
                        ? candidates(company, judged.getFirst().line())
                        : List.of(),
                form.kind() == RepairKind.KEEP_QUICKBOOKS && verdicts.size() > 1
                        ? differing.of(company, accepted(verdicts))
                        : List.of(),
                form.backTo(page),
                links.of(company, page.now()),
                missing,
                form.text(),
                page.mayAdmin() ? List.of() : administrators.of(company));
    }

    private static List<RecordKey> accepted(List<Repairs.Verdict> verdicts) {
        return verdicts.stream()
                .filter(Repairs.Verdict::accepted)
                .map(Repairs.Verdict::key)
                .toList();
    }

    /** For each the name that the dialog of one alone proposes, or another that nobody has. */
    Map<RecordKey, String> freeNames(Page page, CompanyId company, Collection<RecordKey> keys) {
        var names = new HashMap<RecordKey, String>();
        var taken = new HashSet<String>();
        for (ErrorLine line : errorLines.of(page, company, rows.of(company, keys))) {
            String free = Advice.freeName(line);
            boolean isFirst = taken.add(free.toLowerCase(Locale.ROOT));
            names.put(line.row().key(), isFirst ? free : Advice.nameWithId(line));
        }
        return names;
    }

    /** Accepted ones first, twins before all. */
    private List<Judged> judged(Page page, CompanyId company, List<Repairs.Verdict> verdicts) {
        List<Repairs.Verdict> shown = verdicts.stream()
                .sorted((a, b) -> Boolean.compare(b.accepted(), a.accepted()))
                .limit(SHOWN)
                .toList();
        List<RecordKey> keys = shown.stream().map(Repairs.Verdict::key).toList();
        Map<RecordKey, Repairs.Verdict> byKey =
                shown.stream().collect(Collectors.toMap(Repairs.Verdict::key, Function.identity()));
        Map<RecordKey, Lookalike> alike = lookalikes.of(company, keys);
        return rows.of(company, keys).stream()
                .map(row -> new Judged(
                        ErrorLine.of(row, decoder, alike.get(row.key()), page.names()),
                        Objects.requireNonNull(byKey.get(row.key()))))
                .sorted((a, b) -> a.accepted() == b.accepted()
                        ? a.standing().compareTo(b.standing())
                        : Boolean.compare(b.accepted(), a.accepted()))
                .toList();
    }

    private static List<Map.Entry<String, String>> fields(RepairForm form) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        if (form.all()) {
            fields.add(Map.entry("all", "yes"));
        } else {
            form.of().forEach(key -> fields.add(Map.entry("of", key.type() + "/" + key.id())));
        }
        fields.addAll(form.filter().fields().entrySet());
        return fields;
    }

    private List<RepairSheet.Candidate> candidates(CompanyId company, ErrorLine line) {
        Map<String, RepairSheet.Candidate> candidates = new LinkedHashMap<>();
        Lookalike twin = line.lookalike();
        if (twin != null) {
            candidates.put(
                    twin.quickbooksId(), new RepairSheet.Candidate(twin.quickbooksId(), twin.name(), twin.why()));
        }
        for (Match match : line.found()) {
            if (match.type().equals(line.row().key().type())) {
                candidates.putIfAbsent(
                        match.quickbooksId(),
                        new RepairSheet.Candidate(match.quickbooksId(), match.name(), match.score() + " % alike"));
            }
        }
        namesakes
                .like(company, line.row().key().type(), line.name())
                .forEach(candidate -> candidates.putIfAbsent(candidate.quickbooksId(), candidate));
        return List.copyOf(candidates.values());
    }
}
