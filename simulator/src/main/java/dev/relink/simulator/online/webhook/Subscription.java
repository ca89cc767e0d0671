package dev.relink.simulator.online.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where the events of a realm go, and what is still to be sent there. Changed by {@link Webhooks} alone. */
public final class Subscription {
    private static final int LOG = 50;

    private final URI url;
    private final String verifierToken;
    private final Form form;
    final List<Event> waiting = new ArrayList<>();
    final List<Delivery> log = new ArrayList<>();
    /** How many events the delivery holds that was not acknowledged; it is sent again as it was. */
    int held;

    int failures;
    Instant notBefore = Instant.EPOCH;

    /**
     * One try.
     *
     * @param status of the answer, 0 when there was none in time
     */
    public record Delivery(Instant when, int events, int status, String what) {}

    Subscription(URI url, String verifierToken, Form form) {
        this.url = url;
        this.verifierToken = verifierToken;
        this.form = form;
    }

    public URI url() {
        return url;
    }

    public Form form() {
        return form;
    }

    String verifierToken() {
        return verifierToken;
    }

    void note(Delivery delivery) {
        log.add(delivery);
        if (log.size() > LOG) {
            log.removeFirst();
        }
    }
}
