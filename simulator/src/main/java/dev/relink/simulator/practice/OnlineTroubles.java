package dev.relink.simulator.practice;

import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.Trouble;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The switches under “Make trouble” of a realm. */
final class OnlineTroubles {
    private static final String SUBSCRIPTION = "subscription";
    private static final String LATENCIES = "latencies";
    private static final Set<Trouble> ON_TOP = Set.of(
            Trouble.DROP_AFTER_COMMIT, Trouble.UNAUTHORIZED_AFTER_COMMIT, Trouble.THROTTLED, Trouble.EDIT_BY_OTHER);

    private OnlineTroubles() {}

    static List<DesktopPage.Trouble> usual(Realm realm) {
        var subscription = new DesktopPage.Trouble(
                SUBSCRIPTION,
                "The subscription is paid",
                "Off: online:6190 for every write",
                !realm.switches().subscriptionEnded);
        var latencies = new DesktopPage.Trouble(
                LATENCIES, "As slow as the real one", "Off: as fast as this machine can", realm.latencies().on);
        return Stream.concat(
                        Arrays.stream(Trouble.values()).filter(ON_TOP::contains).map(trouble -> shown(realm, trouble)),
                        Stream.of(subscription, latencies))
                .toList();
    }

    static List<DesktopPage.Trouble> more(Realm realm) {
        return Arrays.stream(Trouble.values())
                .filter(trouble -> !ON_TOP.contains(trouble))
                .map(trouble -> shown(realm, trouble))
                .toList();
    }

    private static DesktopPage.Trouble shown(Realm realm, Trouble trouble) {
        return new DesktopPage.Trouble(
                trouble.word(),
                trouble.title(),
                trouble.effect(),
                realm.troubles().isOn(trouble));
    }

    /** Turns a switch of the page. */
    static void turn(Realm realm, String what, boolean on) {
        switch (what) {
            case SUBSCRIPTION -> realm.switches().subscriptionEnded = !on;
            case LATENCIES -> realm.latencies().on = on;
            default -> TroubleWish.of(what, on).accept(realm.troubles());
        }
    }
}
