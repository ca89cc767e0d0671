package dev.relink.simulator.webconnector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of one run of one application.
 *
 * @param ended null while the run goes on, as are {@code ending} and {@code code}
 * @param code the Web Connector's own error number, such as {@code QBWC1042}, or {@code ""}
 * @param said the server's last words to the user, or the reason of the failure
 * @param counts what QuickBooks did
 * @param postponedFor the server asks for that long a pause after this run
 * @param atMostEvery the server wants no shorter interval between runs
 * @param exchanges the last exchanges, oldest first
 */
public record Run(
        Instant started,
        @Nullable Instant ended,
        @Nullable Ending ending,
        String code,
        String said,
        Counts counts,
        @Nullable Duration postponedFor,
        @Nullable Duration atMostEvery,
        List<LogLine> log,
        List<Exchange> exchanges) {

    /**
     * @param sets message sets that QuickBooks was asked to run
     * @param read queries answered to the server
     * @param written writes answered to the server without an error
     * @param refused writes answered to the server with an error
     * @param unheard writes of sets whose answer the server never heard
     */
    public record Counts(int sets, int read, int written, int refused, int unheard) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(
                    sets + more.sets,
                    read + more.read,
                    written + more.written,
                    refused + more.refused,
                    unheard + more.unheard);
        }

        /** "11 written, 4 refused, 1 answer lost". */
        public String inWords() {
            if (written + refused + unheard == 0) {
                return "nothing to write";
            }
            String lost = unheard == 0 ? "" : ", " + unheard + (unheard == 1 ? " answer lost" : " answers lost");
            return written + " written, " + refused + " refused" + lost;
        }
    }

    /** True when the server heard the end of everything. */
    public boolean isWell() {
        return ending == Ending.FINISHED || ending == Ending.NO_WORK;
    }

    /** The texts of the log, for reading in one go. */
    public List<String> texts() {
        return log.stream().map(LogLine::text).toList();
    }
}
