package dev.relink.catalogue;

import dev.relink.connector.StatusCode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The log of a Web Connector, or any text with answers of QuickBooks in it, read: its causes in the order in which they
 * first stand there. Any size in constant memory; nothing of it is kept but one message for each cause.
 */
public final class PastedLog {

    private static final int MOST_CAUSES = 500;
    private static final int MOST_LINES = 20;

    private record Cause(StatusCode code, String variant, String reference) {}

    private final Decoder decoder;
    private final Map<Cause, Tally> tallies = new LinkedHashMap<>();
    private long notShown;

    private PastedLog(Decoder decoder) {
        this.decoder = decoder;
    }

    /**
     * One cause: the same code with the same reading, however often it stands in the log.
     *
     * @param words QuickBooks' own, the first time; empty when the log has none
     * @param lines where it stands, the first twenty, counted from 1
     * @param firstAt by the log's own clock; null when it tells no time
     */
    public record Finding(
            Decoded decoded,
            String words,
            long times,
            List<Long> lines,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt) {

        public boolean isTrouble() {
            return decoded.family() != Family.OK;
        }
    }

    /**
     * The whole log.
     *
     * @param findings what went wrong; when nothing did, what went well
     * @param notShown occurrences of further causes, beyond five hundred
     */
    public record Report(List<Finding> findings, long lines, long notShown) {
        public Report {
            findings = List.copyOf(findings);
        }

        public boolean isTrouble() {
            return findings.stream().anyMatch(Finding::isTrouble);
        }
    }

    /** @param operation for codes that stand beside no request */
    public static Report read(InputStream log, Decoder decoder, Operation operation) throws IOException {
        var read = new PastedLog(decoder);
        var codes = new LogCodes(operation, read::add);
        var pieces = new LogPieces(log);
        long lines = 0;
        for (LogPieces.Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
            codes.read(piece);
            lines = piece.line();
        }
        codes.end();
        return read.report(lines);
    }

    private Report report(long lines) {
        List<Finding> all = tallies.values().stream().map(Tally::finding).toList();
        List<Finding> troubles = all.stream().filter(Finding::isTrouble).toList();
        return new Report(troubles.isEmpty() ? all : troubles, lines, notShown);
    }

    private void add(LogCodes.Found found) {
        Decoded decoded = decoder.decode(Catalogue.canonical(found.code()), found.words(), found.operation());
        var cause = new Cause(
                decoded.code(),
                Objects.requireNonNullElse(decoded.variant(), ""),
                decoded.facts().getOrDefault(Placeholder.REFERENCE.key(), ""));
        Tally tally = tallies.get(cause);
        if (tally == null && tallies.size() >= MOST_CAUSES) {
            notShown++;
        } else if (tally == null) {
            tallies.put(cause, new Tally(decoded, found));
        } else {
            tally.again(found);
        }
    }

    /** A cause being counted. */
    private static final class Tally {

        private final Decoded decoded;
        private final String words;
        private final List<Long> lines = new ArrayList<>();
        private long times;
        private @Nullable Instant firstAt;
        private @Nullable Instant lastAt;

        Tally(Decoded decoded, LogCodes.Found found) {
            this.decoded = decoded;
            this.words = found.words();
            again(found);
        }

        void again(LogCodes.Found found) {
            times++;
            if (lines.size() < MOST_LINES && !lines.contains(found.line())) {
                lines.add(found.line());
            }
            firstAt = firstAt == null ? found.at() : firstAt;
            lastAt = found.at() == null ? lastAt : found.at();
        }

        Finding finding() {
            return new Finding(decoded, words, times, List.copyOf(lines), firstAt, lastAt);
        }
    }
}
