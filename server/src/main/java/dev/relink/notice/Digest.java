package dev.relink.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one reader is told at once.
 *
 * @param address of the company's pages, with the server's address where that is known
 */
record Digest(String company, String name, String address, Instant at, List<Line> lines) {

    Digest {
        lines = List.copyOf(lines);
    }

    /**
     * One thing that happened.
     *
     * @param records of a cause: how many are held by it now
     * @param examples names of a few of them
     * @param link where to read on
     */
    record Line(
            Event.Kind kind,
            String code,
            String variant,
            String title,
            long records,
            List<String> examples,
            String link) {

        Line {
            examples = List.copyOf(examples);
        }

        /** A sentence without the examples. */
        String sentence() {
            return switch (kind) {
                case CAUSE -> "%s: %s (%s)".formatted(Words.records(records), title, code);
                case CAUSE_GONE -> "Solved: %s (%s)".formatted(title, code);
                case SILENT -> "The Web Connector is silent. %s; nothing can be sent until it calls.".formatted(title);
                case SEEN_AGAIN -> "The Web Connector calls again.";
                case STOPPED -> "The connection is stopped until somebody answers. %s".formatted(title);
                case WORKING_AGAIN -> "The connection works again.";
                case WEBHOOK_OFF -> "A webhook is switched off. %s".formatted(title);
            };
        }
    }

    /** "Acme: 2 new causes, 1 solved; the Web Connector is silent" */
    String subject() {
        List<String> parts = new ArrayList<>();
        long causes = count(Event.Kind.CAUSE);
        long solved = count(Event.Kind.CAUSE_GONE);
        if (causes > 0) {
            long held = lines.stream()
                    .filter(line -> line.kind == Event.Kind.CAUSE)
                    .mapToLong(Line::records)
                    .sum();
            parts.add((causes == 1 ? "1 new cause holds " : causes + " new causes hold ") + Words.records(held));
        }
        if (solved > 0) {
            parts.add(solved == 1 ? "1 cause is solved" : solved + " causes are solved");
        }
        for (Line line : lines) {
            String part = brief(line.kind);
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return name + ": " + String.join("; ", parts);
    }

    private static String brief(Event.Kind kind) {
        return switch (kind) {
            case CAUSE, CAUSE_GONE -> "";
            case SILENT -> "the Web Connector is silent";
            case SEEN_AGAIN -> "the Web Connector calls again";
            case STOPPED -> "the connection is stopped";
            case WORKING_AGAIN -> "the connection works again";
            case WEBHOOK_OFF -> "a webhook is switched off";
        };
    }

    private long count(Event.Kind kind) {
        return lines.stream().filter(line -> line.kind == kind).count();
    }
}
