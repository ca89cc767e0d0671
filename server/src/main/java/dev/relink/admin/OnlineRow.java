package dev.relink.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A company's link to QuickBooks Online, for its connection page.
 *
 * @param link null = there never was one
 * @param waiting what was given at Intuit and is not confirmed; null = nothing
 * @param pause null = it goes on
 * @param reads null = nothing was read through this link
 * @param environments for which there are keys; empty = QuickBooks Online is off here
 */
public record OnlineRow(
        @Nullable Link link,
        @Nullable Waiting waiting,
        @Nullable Pause pause,
        @Nullable Reads reads,
        List<String> environments) {

    /**
     * @param environment {@code production} or {@code sandbox}
     * @param companyName as QuickBooks has it; may be empty
     * @param state {@code connected}, {@code needs-reconnecting} or {@code disconnected}
     * @param refreshedAt when the access was renewed last
     * @param refreshUntil until when it can be renewed, unless it is before
     * @param hardUntil when Intuit ends it whatever is done; null = not told
     */
    public record Link(
            String environment,
            String realm,
            String companyName,
            String state,
            String connectedBy,
            Instant connectedAt,
            Instant refreshedAt,
            Instant refreshUntil,
            @Nullable Instant hardUntil) {

        public boolean isConnected() {
            return state.equals("connected");
        }

        public boolean isDisconnected() {
            return state.equals("disconnected");
        }
    }

    /** @param other another realm than the company is linked with */
    public record Waiting(String environment, String realm, String companyName, String askedBy, boolean other) {}

    /**
     * Nothing is asked until then.
     *
     * @param why a sentence without its full stop
     */
    public record Pause(Instant until, String why) {}

    /**
     * What Intuit counts in this month.
     *
     * @param month such as {@code November}
     * @param ofAll of all companies with the same keys
     * @param allowed of all together; 0 = nobody said
     * @param isCounted the sandbox is not
     */
    public record Reads(String month, long ofCompany, long ofAll, long allowed, boolean isCounted) {

        private static final int NEARLY = 80;

        /** Then reads are refused until the month is over. */
        public boolean isNearlyUsedUp() {
            return isCounted && allowed > 0 && ofAll * 100 >= allowed * NEARLY;
        }
    }

    public OnlineRow {
        environments = List.copyOf(environments);
    }

    public boolean isConnected() {
        return link != null && link.isConnected();
    }

    /** For people. */
    public static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** For people. */
    public static String environment(String word) {
        return word.equals("sandbox") ? "sandbox (a practice company)" : "production";
    }
}
