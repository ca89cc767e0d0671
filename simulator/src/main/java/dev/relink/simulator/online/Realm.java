package dev.relink.simulator.online;

import dev.relink.simulator.online.books.Books;
import dev.relink.simulator.online.books.Switches;
import dev.relink.simulator.online.request.Session;
import dev.relink.simulator.online.webhook.HttpPostman;
import dev.relink.simulator.online.webhook.Webhooks;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One company in QuickBooks Online: its books, its settings, its troubles, and what has been asked of it. */
public final class Realm {
    /** In whose name apps change things: the person who connected them. */
    public static final String CONNECTED_BY = "Dana Whitfield";

    private static final String BOOKKEEPER = "Pat Baker";

    private final Profile profile;
    private final Clock clock;
    private final Books books;
    private final Switches switches = new Switches();
    private final Troubles troubles = new Troubles();
    private final Limits limits = new Limits();
    private final Latencies latencies = new Latencies();
    private final Replays replays = new Replays();
    private final CallLog calls = new CallLog();
    private final Webhooks webhooks;
    private final ReentrantLock lock = new ReentrantLock(true);

    private Realm(Profile profile, Clock clock, Books books) {
        this.profile = profile;
        this.clock = clock;
        this.books = books;
        this.webhooks = new Webhooks(clock, new HttpPostman());
    }

    /** A new company with what QuickBooks Online puts into every one. */
    static Realm fresh(Profile profile, Clock clock) {
        var realm = new Realm(profile, clock, new Books());
        realm.inside(BOOKKEEPER, true, Long.MAX_VALUE, session -> {
            new Starter(session, profile).fill();
            return "";
        });
        return realm.announcing();
    }

    /** One that was kept; its settings are those of a new one. */
    static Realm of(KeptRealm kept, Clock clock) {
        var realm = new Realm(kept.profile(), clock, Books.of(kept.books()));
        kept.webhooks().forEach(realm.webhooks::subscribe);
        return realm.announcing();
    }

    private Realm announcing() {
        books.listen(new Announcements(this)::announce);
        return this;
    }

    /** As it is now. */
    public KeptRealm kept() {
        return byHand(session -> new KeptRealm(profile, books.kept(), webhooks.kept()));
    }

    /** How many commits its books had: when nothing was added, nothing has changed. */
    public long commits() {
        return byHand(session -> books.commits());
    }

    public Profile profile() {
        return profile;
    }

    public String id() {
        return profile.id();
    }

    public Switches switches() {
        return switches;
    }

    public Troubles troubles() {
        return troubles;
    }

    public Limits limits() {
        return limits;
    }

    public Latencies latencies() {
        return latencies;
    }

    public CallLog calls() {
        return calls;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    /** The time as this realm tells it. */
    public Instant now() {
        return clock.instant().plusSeconds(switches.clockSkew);
    }

    /** Lets an app's request in, one at a time. {@code horizon}: commits after it are not seen. */
    public <T> T byApp(long horizon, Function<Session, T> work) {
        return inside(CONNECTED_BY, false, horizon, work);
    }

    /**
     * Does something once for a requestid: the second time the first answer comes again, or a fault says that the id was used.
     *
     * @param requestId {@code ""}: nothing is remembered
     * @param work what to do when it was not done yet
     * @param used the answer where the switch wants such requests refused
     */
    public Replays.Given once(String requestId, Supplier<Replays.Answer> work, Supplier<Replays.Answer> used) {
        lock.lock();
        try {
            Replays.Answer known = requestId.isEmpty() ? null : replays.find(requestId, switches, now());
            if (known != null) {
                return new Replays.Given(switches.requestIdTwiceRefused ? used.get() : known, true);
            }
            Replays.Answer fresh = work.get();
            if (!requestId.isEmpty() && (fresh.done() || switches.faultsReplayed)) {
                replays.keep(requestId, fresh);
            }
            return new Replays.Given(fresh, false);
        } finally {
            lock.unlock();
        }
    }

    /** The answer that is remembered of a requestid. */
    public Optional<Replays.Answer> recall(String requestId) {
        lock.lock();
        try {
            return Optional.ofNullable(requestId.isEmpty() ? null : replays.find(requestId, switches, now()));
        } finally {
            lock.unlock();
        }
    }

    /** Remembers an answer that was not made by {@link #once}. */
    public void remember(String requestId, Replays.Answer answer) {
        lock.lock();
        try {
            if (!requestId.isEmpty()) {
                replays.keep(requestId, answer);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets a person in who works in QuickBooks itself. */
    public <T> T byHand(Function<Session, T> work) {
        return inside(BOOKKEEPER, true, Long.MAX_VALUE, work);
    }

    /** As {@link #byHand}, in the past. */
    <T> T byHand(@Nullable Instant then, Function<Session, T> work) {
        Instant time = then == null ? now() : then;
        return byHand(session ->
                work.apply(new Session(books, switches, BOOKKEEPER, time, profile.zone(), Long.MAX_VALUE, true)));
    }

    private <T> T inside(String user, boolean byHand, long horizon, Function<Session, T> work) {
        lock.lock();
        try {
            return work.apply(new Session(books, switches, user, now(), profile.zone(), horizon, byHand));
        } finally {
            lock.unlock();
        }
    }

    public Bookkeeper bookkeeper() {
        return new Bookkeeper(this, null);
    }

    /** Sends the events that are due. */
    void deliver() {
        webhooks.deliver(troubles.isOn(Trouble.SHUFFLE_WEBHOOKS));
    }

    /** Sends the events that are due, without gathering more first. */
    public void deliverNow() {
        webhooks.deliverNow(troubles.isOn(Trouble.SHUFFLE_WEBHOOKS));
    }
}
