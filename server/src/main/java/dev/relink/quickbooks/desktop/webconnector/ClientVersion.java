package dev.relink.quickbooks.desktop.webconnector;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Web Connector's version, such as 2.3.0.215 or 34.0.10005.94: only its first two numbers matter, and never as a fraction. */
record ClientVersion(int major, int minor) implements Comparable<ClientVersion> {

    private static final ClientVersion OLDEST_TRIED = new ClientVersion(2, 1);
    private static final Pattern START = Pattern.compile("\\s*(\\d{1,6})(?:\\.(\\d{1,6}))?.*", Pattern.DOTALL);

    static Optional<ClientVersion> read(String text) {
        Matcher matcher = START.matcher(text);
        return matcher.matches()
                ? Optional.of(new ClientVersion(
                        Integer.parseInt(matcher.group(1)),
                        matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Empty = go on; {@code W:} = a warning that the user may wave through. A version that cannot be read is let in. */
    static String answer(String version) {
        boolean old =
                read(version).filter(read -> read.compareTo(OLDEST_TRIED) < 0).isPresent();
        return old
                ? "W:This Web Connector (%s) is older than 2.1. Relink may work with it; better install the current one."
                        .formatted(version.strip())
                : "";
    }

    @Override
    public int compareTo(ClientVersion other) {
        return Comparator.comparingInt(ClientVersion::major)
                .thenComparingInt(ClientVersion::minor)
                .compare(this, other);
    }
}
