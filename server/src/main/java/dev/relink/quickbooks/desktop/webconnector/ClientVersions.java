package dev.relink.quickbooks.desktop.webconnector;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which version called from where: {@code clientVersion} names no user, {@code authenticate} follows it from the same address. */
final class ClientVersions {

    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST = 40;

    private final Map<String, String> byAddress = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    synchronized void note(Caller caller, String version) {
        String clean = version.strip().replaceAll("[^ -~]", "?");
        if (!clean.isEmpty()) {
            byAddress.put(caller.address(), clean.substring(0, Math.min(LONGEST, clean.length())));
        }
    }

    synchronized @Nullable String take(Caller caller) {
        return byAddress.remove(caller.address());
    }
}
