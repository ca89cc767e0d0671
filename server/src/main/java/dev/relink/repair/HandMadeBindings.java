package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Bindings as lines of a table, made by hand: good lines are kept, bad ones reported; all in one repair. */
@Service
public class HandMadeBindings {

    private final Repairs repairs;

    HandMadeBindings(Repairs repairs) {
        this.repairs = repairs;
    }

    /**
     * What came of a line.
     *
     * @param line from 1, the line with the names of the columns among them
     * @param repair for the undo; null when refused
     */
    public record Line(
            int line,
            boolean accepted,
            String reason,
            @Nullable Long repair) {

        static Line refused(int line, String reason) {
            return new Line(line, false, reason, null);
        }
    }

    /** The first row does not name the columns. */
    public static final class NoColumns extends RuntimeException {
        NoColumns(String message) {
            super(message);
        }
    }

    /** A line that can be understood. */
    private record Wanted(int line, RecordKey key, String quickbooksId) {}

    /** @param rows the first names the columns: {@code type}, {@code id} and {@code quickbooksId} among them */
    public List<Line> bind(CompanyId company, List<List<String>> rows, Repairs.By by) {
        List<Line> refused = new ArrayList<>();
        Map<RecordKey, Wanted> wanted = wanted(rows, refused);
        List<Line> lines = new ArrayList<>(bind(company, wanted, by));
        lines.addAll(refused);
        lines.sort((a, b) -> Integer.compare(a.line(), b.line()));
        return lines;
    }

    /** Each record once: of two lines about the same one nobody can say which is meant. */
    private static Map<RecordKey, Wanted> wanted(List<List<String>> rows, List<Line> refused) {
        List<String> columns = rows.isEmpty() ? List.of() : rows.getFirst();
        int type = column(columns, "type");
        int id = column(columns, "id");
        int quickbooksId = column(columns, "quickbooksId");
        Map<RecordKey, Wanted> wanted = new LinkedHashMap<>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.size() != columns.size() || row.get(quickbooksId).isBlank()) {
                refused.add(Line.refused(i + 1, "The line does not have the columns of the first."));
                continue;
            }
            var key = new RecordKey(row.get(type), row.get(id));
            Wanted before = wanted.putIfAbsent(key, new Wanted(i + 1, key, row.get(quickbooksId)));
            if (before != null) {
                refused.add(Line.refused(i + 1, "Line %d is about the same record.".formatted(before.line())));
            }
        }
        return wanted;
    }

    private List<Line> bind(CompanyId company, Map<RecordKey, Wanted> wanted, Repairs.By by) {
        Map<RecordKey, String> ids = new HashMap<>();
        wanted.forEach((key, one) -> ids.put(key, one.quickbooksId()));
        Map<RecordKey, Line> told = new HashMap<>();
        if (!ids.isEmpty()) {
            repairs.apply(company, new Repair.RelinkEach(ids), wanted.keySet(), by, false)
                    .forEach(verdict -> told.put(verdict.key(), line(wanted, verdict)));
        }
        return wanted.values().stream()
                .map(one -> told.getOrDefault(one.key(), Line.refused(one.line(), notSent(one.key()))))
                .toList();
    }

    private static Line line(Map<RecordKey, Wanted> wanted, Repairs.Verdict verdict) {
        int line = Objects.requireNonNull(wanted.get(verdict.key())).line();
        return new Line(line, verdict.accepted(), verdict.effect(), verdict.repairId());
    }

    private static String notSent(RecordKey key) {
        return "The app has sent no %s \"%s\".".formatted(key.type(), key.id());
    }

    private static int column(List<String> columns, String name) {
        int at = columns.indexOf(name);
        if (at < 0) {
            throw new NoColumns("The first line must name the columns type, id and quickbooksId; it has %s."
                    .formatted(String.join(", ", columns)));
        }
        return at;
    }
}
