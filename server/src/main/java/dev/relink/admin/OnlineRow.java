package dev.relink.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company's link to QuickBooks Online, for its connection page.
 *
 * @param link null = there never was one
 * @param waiting what was given at Intuit and is not confirmed; null = nothing
 * @param pausedUntil until when nothing is asked, since QuickBooks wants a rest; null = it goes on
 * @param environments for which there are keys; empty = QuickBooks Online is off here
 */
public record OnlineRow(
        @Nullable Link link,
        @Nullable Waiting waiting,
        @Nullable Instant pausedUntil,
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

    public OnlineRow {
        environments = List.copyOf(environments);
    }

    public boolean isConnected() {
        return link != null && link.isConnected();
    }

    /** For people. */
    public static String environment(String word) {
        return word.equals("sandbox") ? "sandbox (a practice company)" : "production";
    }
}
