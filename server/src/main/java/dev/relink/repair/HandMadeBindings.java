package dev.relink.repair;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Bindings as lines of a table, made by hand: good lines are kept, bad ones reported. */
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
            @Nullable Long repair) {}

    /** The first row does not name the columns. */
    public static final class NoColumns extends RuntimeException {
        NoColumns(String message) {
            super(message);
        }
    }

    /** @param rows the first names the columns: {@code type}, {@code id} and {@code quickbooksId} among them */
    public List<Line> bind(CompanyId company, List<List<String>> rows, Repairs.By by) {
        List<String> columns = rows.isEmpty() ? List.of() : rows.getFirst();
        int type = column(columns, "type");
        int id = column(columns, "id");
        int quickbooksId = column(columns, "quickbooksId");
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            lines.add(
                    row.size() != columns.size() || row.get(quickbooksId).isBlank()
                            ? new Line(i + 1, false, "The line does not have the columns of the first.", null)
                            : bind(
                                    company,
                                    i + 1,
                                    new RecordKey(row.get(type), row.get(id)),
                                    row.get(quickbooksId),
                                    by));
        }
        return lines;
    }

    private Line bind(CompanyId company, int line, RecordKey key, String quickbooksId, Repairs.By by) {
        return repairs.apply(company, new Repair.Relink(quickbooksId), List.of(key), by, false).stream()
                .findFirst()
                .map(verdict -> new Line(line, verdict.accepted(), verdict.effect(), verdict.repairId()))
                .orElseGet(() ->
                        new Line(line, false, "The app has sent no %s \"%s\".".formatted(key.type(), key.id()), null));
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
