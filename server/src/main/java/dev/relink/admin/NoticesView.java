package dev.relink.admin;

import dev.relink.notice.Delivery;
import dev.relink.notice.Interest;
import dev.relink.notice.Subscriptions.Subscription;
import dev.relink.notice.Webhook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of notices shows.
 *
 * @param mine what the reader of the page is told; null = nothing
 * @param isMailSet whether there is a mail server
 * @param people empty for who is no administrator, and so {@code webhooks} and {@code deliveries}
 * @param secret of a webhook, in the answer that made it; empty = none
 */
public record NoticesView(
        @Nullable Interest mine,
        boolean isMailSet,
        long silentAfterHours,
        List<Subscription> people,
        List<Webhook> webhooks,
        List<Delivery> deliveries,
        String secret) {

    public NoticesView {
        people = List.copyOf(people);
        webhooks = List.copyOf(webhooks);
        deliveries = List.copyOf(deliveries);
    }

    /** What the form begins with. */
    public Interest shown() {
        return mine == null ? Interest.USUAL : mine;
    }

    public static Tone tone(Delivery delivery) {
        return switch (delivery.state()) {
            case SENT -> Tone.OK;
            case FAILED -> Tone.ERROR;
            case WAITING -> Tone.WAIT;
        };
    }

    /** "Sent", "Tried 3 times" */
    public static String words(Delivery delivery) {
        return switch (delivery.state()) {
            case SENT -> "Sent";
            case FAILED -> "Given up";
            case WAITING ->
                delivery.tries() == 0
                        ? "Waiting"
                        : "Tried " + delivery.tries() + (delivery.tries() == 1 ? " time" : " times");
        };
    }
}
