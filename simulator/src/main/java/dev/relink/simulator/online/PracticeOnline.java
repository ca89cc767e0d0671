package dev.relink.simulator.online;

import dev.relink.simulator.online.oauth.App;
import dev.relink.simulator.online.oauth.OAuth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** QuickBooks Online on this machine: realms, the apps that are registered, and the time. Knows nothing of HTTP. */
public final class PracticeOnline implements AutoCloseable {
    /** The app that is registered from the start. These are practice keys and open nothing. */
    public static final App APP = new App("practice-app", "practice-secret", "Relink", Set.of());

    private static final long SENT_EVERY_MILLIS = 100;

    private final MovableClock clock = new MovableClock();
    private final OAuth oauth = new OAuth(clock);
    private final Meter meter = new Meter();
    private final Map<String, Realm> realms = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService postman = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhooks").factory());

    public PracticeOnline() {
        oauth.register(APP);
        postman.scheduleWithFixedDelay(this::deliver, SENT_EVERY_MILLIS, SENT_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void deliver() {
        realms.values().stream()
                .filter(realm -> realm.webhooks().areWaiting())
                .forEach(realm -> Thread.ofVirtual().start(realm::deliver));
    }

    public MovableClock clock() {
        return clock;
    }

    public OAuth oauth() {
        return oauth;
    }

    public Meter meter() {
        return meter;
    }

    public List<Realm> realms() {
        return List.copyOf(realms.values());
    }

    /** A new realm, in the place of one of the same id. */
    public Realm open(Profile profile) {
        return opened(Realm.fresh(profile, clock));
    }

    /** One that was kept, in the place of one of the same id. */
    public Realm bringBack(KeptRealm kept) {
        return opened(Realm.of(kept, clock));
    }

    private Realm opened(Realm realm) {
        realms.put(realm.id(), realm);
        return realm;
    }

    public boolean has(String id) {
        return realms.containsKey(id);
    }

    /** @throws Bookkeeper.NotThere when there is none */
    public Realm realm(String id) {
        Realm realm = realms.get(id);
        if (realm == null) {
            throw new Bookkeeper.NotThere(
                    "There is no realm " + id + ". There are: " + String.join(", ", realms.keySet()));
        }
        return realm;
    }

    @Override
    public void close() {
        postman.shutdownNow();
    }
}
