package dev.relink.simulator.online.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends the events of a realm. An answer other than 200, or none within three seconds, holds everything behind it back; the
 * same is sent again after 10, 20 and 30 seconds, 5 and 20 minutes, 2, 4 and 6 hours, then every 6 hours.
 */
public final class Webhooks {
    private static final List<Duration> LADDER = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(6));

    /** Milliseconds that events are gathered before they are sent together. */
    public volatile long gatherMillis = 200;

    /** Milliseconds in which an answer must come. */
    public volatile long answerWithinMillis = 3_000;

    /** A subscription as it is kept on disk; what waited for it is lost. */
    public record Kept(URI url, String verifierToken, Form form) {}

    private final Clock clock;
    private final Postman postman;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final ReentrantLock sending = new ReentrantLock();

    public Webhooks(Clock clock, Postman postman) {
        this.clock = clock;
        this.postman = postman;
    }

    public void subscribe(URI url, String verifierToken, Form form) {
        subscriptions.removeIf(each -> each.url().equals(url));
        subscriptions.add(new Subscription(url, verifierToken, form));
    }

    public void subscribe(Kept kept) {
        subscribe(kept.url(), kept.verifierToken(), kept.form());
    }

    public List<Kept> kept() {
        return subscriptions.stream()
                .map(each -> new Kept(each.url(), each.verifierToken(), each.form()))
                .toList();
    }

    public void unsubscribe(URI url) {
        subscriptions.removeIf(each -> each.url().equals(url));
    }

    public List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /** Puts an event in the queue of every subscription. */
    public void publish(Event event) {
        for (Subscription each : subscriptions) {
            synchronized (each) {
                each.waiting.add(event);
            }
        }
    }

    /** What waits, and what was sent, of a subscription. */
    public Map<String, Object> state(Subscription subscription) {
        synchronized (subscription) {
            return Map.of(
                    "url", subscription.url().toString(),
                    "form", subscription.form(),
                    "waiting", subscription.waiting.size(),
                    "failures", subscription.failures,
                    "log", List.copyOf(subscription.log));
        }
    }

    /** Whether anything is still to be sent. */
    public boolean areWaiting() {
        return subscriptions.stream().anyMatch(each -> {
            synchronized (each) {
                return !each.waiting.isEmpty();
            }
        });
    }

    /** Sends what is due, unless somebody sends already. */
    public void deliver(boolean lastFirst) {
        if (sending.tryLock()) {
            try {
                subscriptions.forEach(each -> deliver(each, false, lastFirst));
            } finally {
                sending.unlock();
            }
        }
    }

    /** Sends what is due now and does not wait for more to gather. */
    public void deliverNow(boolean lastFirst) {
        sending.lock();
        try {
            subscriptions.forEach(each -> deliver(each, true, lastFirst));
        } finally {
            sending.unlock();
        }
    }

    private void deliver(Subscription subscription, boolean all, boolean lastFirst) {
        List<Event> events = due(subscription, all);
        if (events.isEmpty()) {
            return;
        }
        List<Event> ordered = lastFirst ? events.reversed() : events;
        byte[] body = subscription.form().write(ordered);
        String signature = Signature.of(subscription.verifierToken(), body);
        int status = postman.post(subscription.url(), body, signature, Duration.ofMillis(answerWithinMillis));
        settle(subscription, events, status);
    }

    private List<Event> due(Subscription subscription, boolean all) {
        Instant now = clock.instant();
        synchronized (subscription) {
            boolean gathering = !all
                    && !subscription.waiting.isEmpty()
                    && subscription
                            .waiting
                            .getFirst()
                            .when()
                            .plusMillis(gatherMillis)
                            .isAfter(now);
            if (gathering || now.isBefore(subscription.notBefore)) {
                return List.of();
            }
            int count = subscription.held > 0 ? subscription.held : subscription.waiting.size();
            return new ArrayList<>(subscription.waiting.subList(0, count));
        }
    }

    private void settle(Subscription subscription, List<Event> events, int status) {
        Instant now = clock.instant();
        synchronized (subscription) {
            subscription.note(new Subscription.Delivery(
                    now, events.size(), status, events.getFirst().newer()));
            if (status == 200) {
                subscription.failures = 0;
                subscription.held = 0;
                subscription.notBefore = Instant.EPOCH;
                subscription.waiting.subList(0, events.size()).clear();
            } else {
                subscription.held = events.size();
                int step = Math.min(subscription.failures++, LADDER.size() - 1);
                subscription.notBefore = now.plus(LADDER.get(step));
            }
        }
    }
}
