package dev.relink.simulator.webconnector;

import java.time.Instant;

/** One line of the Web Connector's log. */
public record LogLine(Instant at, String text, Kind kind) {
    /** How the line reads: as progress, as good news, as bad news, or as something whose end nobody knows. */
    public enum Kind {
        PLAIN,
        GOOD,
        BAD,
        ODD
    }
}
