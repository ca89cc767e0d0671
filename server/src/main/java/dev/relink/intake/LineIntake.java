package dev.relink.intake;

import dev.relink.company.CompanyId;
import dev.relink.entity.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Records as a stream of lines, however long. Each batch of lines is one transaction. */
@Component
public class LineIntake {

    /** Lines that are written together. */
    static final int BATCH = 1_000;

    /** Characters of lines that are held at a time; long lines make smaller batches. */
    private static final int BATCH_CHARACTERS = 4 << 20;

    private final Intake intake;

    public LineIntake(Intake intake) {
        this.intake = intake;
    }

    /**
     * Newline-delimited JSON of any size, in constant memory: {@code {"type","id","record"}} or
     * {@code {"type","id","deleted":true}}. One bad line costs no good one.
     *
     * @param door what is checked, for the QuickBooks of this company
     * @throws IOException when the stream breaks off; what was read before is kept
     */
    public Received stream(CompanyId company, Door door, InputStream lines) throws IOException {
        var lineDoor = new LineDoor(door);
        var reader = new LineReader(lines);
        var count = new Received.Count();
        var waiting = new ArrayList<Numbered>();
        int characters = 0;
        for (LineReader.Line line = reader.next(); line != null; line = reader.next()) {
            switch (lineDoor.read(line)) {
                case LineDoor.Read.Good(Change change) -> waiting.add(new Numbered(line.number(), change));
                case LineDoor.Read.Bad(List<Problem> problems) ->
                    count.rejected(new Rejection(line.number(), problems));
            }
            characters += line.length();
            if (waiting.size() == BATCH || characters > BATCH_CHARACTERS) {
                flush(company, waiting, count);
                characters = 0;
            }
        }
        flush(company, waiting, count);
        return count.total();
    }

    private record Numbered(long line, Change change) {}

    private void flush(CompanyId company, List<Numbered> waiting, Received.Count count) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Verdict> verdicts =
                intake.apply(company, waiting.stream().map(Numbered::change).toList());
        for (int i = 0; i < verdicts.size(); i++) {
            count(verdicts.get(i), waiting.get(i).line(), count);
        }
        waiting.clear();
    }

    private static void count(Verdict verdict, long line, Received.Count count) {
        switch (verdict) {
            case Verdict.Pending(), Verdict.Kept() -> count.accepted();
            case Verdict.Unchanged() -> count.unchanged();
            case Verdict.NoSuchRecord() ->
                count.rejected(
                        new Rejection(line, List.of(new Problem("/id", "/id names a record that was never sent"))));
            case Verdict.Refused(List<Problem> problems) -> count.rejected(new Rejection(line, problems));
        }
    }
}
