package dev.relink.simulator.practice;

import dev.relink.simulator.online.PracticeOnline;
import dev.relink.simulator.online.Profile;
import dev.relink.simulator.online.Realm;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The realms of this server, with the business that each was filled with. */
final class PracticeRealms {
    /** The realm that is there from the start. */
    static final String FIRST = "9130357212345678";

    private final PracticeOnline online = new PracticeOnline();
    private final Map<String, Business> businesses = new ConcurrentHashMap<>();

    PracticeOnline online() {
        return online;
    }

    /** A new realm, in the place of one of the same id. */
    Realm open(Profile profile, Business business) {
        Realm realm = online.open(profile);
        new OnlineTreeCare(realm).fill(business);
        businesses.put(profile.id(), business);
        return realm;
    }

    Business business(Realm realm) {
        return businesses.getOrDefault(realm.id(), Business.NONE);
    }
}
