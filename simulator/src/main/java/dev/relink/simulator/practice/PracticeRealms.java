package dev.relink.simulator.practice;

import dev.relink.simulator.online.PracticeOnline;
import dev.relink.simulator.online.Profile;
import dev.relink.simulator.online.Realm;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The realms of this server, with the business that each was filled with. */
final class PracticeRealms implements AutoCloseable {
    /** The realm that is there from the start. */
    static final String FIRST = "9130357212345678";

    private final PracticeOnline online = new PracticeOnline();
    private final Map<String, Business> businesses = new ConcurrentHashMap<>();
    private final @Nullable RealmsFolder folder;

    /** @param folder where they are kept, with who was let into them; null = nowhere */
    PracticeRealms(@Nullable Path folder) {
        this.folder = folder == null ? null : new RealmsFolder(folder, this);
    }

    /** What the folder keeps, unless all shall start over; from now on it is kept there. */
    PracticeRealms begin(boolean fresh) {
        if (folder != null) {
            folder.begin(fresh);
        }
        return this;
    }

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

    void bringBack(RealmsFolder.Kept kept) {
        businesses.put(online.bringBack(kept.realm()).id(), kept.business());
    }

    Business business(Realm realm) {
        return businesses.getOrDefault(realm.id(), Business.NONE);
    }

    @Override
    public void close() {
        online.close();
        if (folder != null) {
            folder.close();
        }
    }
}
