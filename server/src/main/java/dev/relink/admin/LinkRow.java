package dev.relink.admin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A company's link to QuickBooks, for its overview and its connection page.
 *
 * @param companyFile full path on the Windows computer; empty = whichever is open
 * @param stoppedBecause {@code wrong-company-file} or {@code restored-company-file}; null while it works
 * @param fileName of the company file that was open last; empty when none was
 */
public record LinkRow(
        boolean desktop,
        Health health,
        String companyFile,
        @Nullable String stoppedBecause,
        @Nullable String stoppedDetail,
        @Nullable Instant lastSeen,
        Duration runEvery,
        String clientVersion,
        String qbxmlVersion,
        boolean fileKnown,
        Run run,
        @Nullable Instant passwordMadeAt,
        @Nullable Instant recordReceived) {

    /** The last run. */
    public record Run(@Nullable Instant started, @Nullable Instant ended, int synced, int failed, int inDoubt) {}

    public boolean isStopped() {
        return stoppedBecause != null;
    }

    /** All data of the company was reset in QuickBooks Online: somebody says that it was meant. */
    public boolean isReset() {
        return "online:10200".equals(stoppedBecause);
    }

    public boolean isConnected() {
        return lastSeen != null;
    }

    /** "Acme Tree Care.qbw" of a whole Windows path. */
    public String fileName() {
        return companyFile.substring(Math.max(companyFile.lastIndexOf('\\'), companyFile.lastIndexOf('/')) + 1);
    }

    /** When the Web Connector should call again; null when it is late already, or was never here. */
    public @Nullable Instant nextRun(Instant now) {
        if (lastSeen == null) {
            return null;
        }
        Instant next = lastSeen.plus(runEvery);
        return next.isAfter(now) ? next : null;
    }

    public String every() {
        return runEvery.toMinutes() == 1 ? "every minute" : "every " + runEvery.toMinutes() + " minutes";
    }

    /** What happened, for a person who must decide. */
    public String stoppedMeans() {
        return "wrong-company-file".equals(stoppedBecause)
                ? "Another company file is open than the one that the records were linked with."
                : "The open company file does not know what was written last: it is an older copy, or was restored.";
    }

    public String stoppedFix() {
        return "wrong-company-file".equals(stoppedBecause)
                ? "Open the right company file in QuickBooks: sending goes on by itself at the next run. Only if the open file is the"
                        + " right one after all, say so below."
                : "Open the newest company file in QuickBooks. Only if this copy is the one to go on with, say so below: what it has"
                        + " lost comes up as errors with Clear ID.";
    }
}
