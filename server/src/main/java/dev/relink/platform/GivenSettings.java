package dev.relink.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * What somebody set, under whatever spelling ({@code RELINK_PUBLIC_URL}, {@code relink.public-url},
 * {@code --relink.publicUrl}), read one by one. It remembers what was asked for: the rest is unknown.
 */
final class GivenSettings {

    /** Read by {@code ./relink}, its command line and the tests, not by the server. */
    private static final Set<String> OF_THE_LAUNCHER =
            Set.of("chromium", "company", "fixtures", "java", "java-options", "maven", "server");

    private record Given(String name, String value) {}

    private final Map<String, Given> given = new TreeMap<>();
    private final Map<String, String> asked = new TreeMap<>();

    /**
     * @param names all names that are set, the strongest source first; those of others are passed over
     * @param value the value of a name
     */
    GivenSettings(Collection<String> names, Function<String, @Nullable String> value) {
        for (String name : names) {
            String lower = name.toLowerCase(Locale.ROOT);
            String text = lower.startsWith("relink.") || lower.startsWith("relink_") ? value.apply(name) : null;
            if (text != null) {
                given.putIfAbsent(key(name.substring("relink.".length())), new Given(name, text.strip()));
            }
        }
    }

    int wholeNumber(String name, int otherwise, int least, int most) {
        String allowed = "a whole number from " + least + " to " + most;
        Integer number = read(name, allowed, Integer::valueOf, n -> n >= least && n <= most);
        return number == null ? otherwise : number;
    }

    boolean yesOrNo(String name, boolean otherwise) {
        String value = text(name, "true or false", "true|false");
        return value == null ? otherwise : value.equals("true");
    }

    Duration duration(String name, Duration otherwise) {
        Duration duration = read(
                name,
                "a time such as 30s, 2m or 1h",
                DurationStyle::detectAndParse,
                Predicate.not(Duration::isNegative));
        return duration == null ? otherwise : duration;
    }

    Path folder(String name, Path otherwise) {
        Path folder = read(name, "a folder", Path::of, path -> true);
        return folder == null ? otherwise : folder;
    }

    @Nullable
    URI webAddress(String name) {
        return read(
                name,
                "an address such as https://relink.example.com, without a path",
                URI::create,
                address -> String.valueOf(address.getScheme()).matches("https?")
                        && address.getHost() != null
                        && address.getPath().matches("/?")
                        && address.getQuery() == null);
    }

    /** With a path, unlike {@link #webAddress}; plain http only on this machine. */
    @Nullable
    URI issuer(String name) {
        return read(
                name,
                "an address such as https://login.example.com/realm (http only for localhost)",
                URI::create,
                GivenSettings::isSafe);
    }

    /** As {@link #issuer}, of the API of QuickBooks Online. */
    @Nullable
    URI onlineApi(String name) {
        return read(
                name,
                "an address that ends in /v3/company/, such as https://quickbooks.api.intuit.com/v3/company/ (http only for localhost)",
                URI::create,
                address -> isSafe(address) && address.getPath().endsWith("/v3/company/"));
    }

    /** Nobody between can read what is sent there. */
    private static boolean isSafe(URI address) {
        return address.getHost() != null
                && address.getQuery() == null
                && address.getUserInfo() == null
                && ("https".equals(address.getScheme())
                        || "http".equals(address.getScheme())
                                && address.getHost().matches("localhost|127\\.0\\.0\\.1"));
    }

    @Nullable
    String text(String name, String allowed, String pattern) {
        return read(name, allowed, text -> text, text -> text.matches(pattern));
    }

    @Nullable
    String secret(String name, int least) {
        Given set = set(name);
        if (set != null && set.value.length() < least) {
            throw refused(set.name + " is too short (its value is not shown)", "at least " + least + " characters");
        }
        return set == null ? null : set.value;
    }

    byte @Nullable [] key(String name, int bytes) {
        Given set = set(name);
        if (set == null) {
            return null;
        }
        try {
            byte[] key = Base64.getDecoder().decode(set.value);
            if (key.length == bytes) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below
        }
        throw refused(
                set.name + " is not a key (its value is not shown)",
                bytes + " random bytes in base64, as “openssl rand -base64 " + bytes + "” prints them");
    }

    /** Call it last: all that was not asked for is a mistake of somebody who meant something by it. */
    void refuseUnknown() {
        given.forEach((key, set) -> {
            if (!asked.containsKey(key) && OF_THE_LAUNCHER.stream().noneMatch(own -> key(own).equals(key))) {
                throw new StartRefused(set.name + " is not a setting of Relink: correct or remove it. Known are "
                        + String.join(", ", asked.values()) + ".");
            }
        });
    }

    private <T> @Nullable T read(String name, String allowed, Function<String, T> parser, Predicate<T> fits) {
        Given set = set(name);
        if (set == null) {
            return null;
        }
        try {
            T value = parser.apply(set.value);
            if (fits.test(value)) {
                return value;
            }
        } catch (IllegalArgumentException notOfThisKind) {
            // told below
        }
        throw refused(set.name + " is “" + set.value + "”", allowed);
    }

    /** An empty value is no value: {@code RELINK_PUBLIC_URL= ./relink serve} unsets it. */
    private @Nullable Given set(String name) {
        asked.put(key(name), "relink." + name);
        Given set = given.get(key(name));
        return set == null || set.value.isEmpty() ? null : set;
    }

    private static StartRefused refused(String what, String allowed) {
        return new StartRefused(what + ": allowed is " + allowed + ".");
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }
}
