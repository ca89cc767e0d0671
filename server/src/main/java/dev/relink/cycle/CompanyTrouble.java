package dev.relink.cycle;

import dev.relink.connection.Connections;
import dev.relink.connector.StatusCode;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * What a fault says of the whole company stands once on its connection. After a reset a person goes on; all else is tried
 * again by itself, one write at a time.
 */
@Component
final class CompanyTrouble {

    /** Nothing that we are bound to is there any more. */
    private static final String RESET = "online:10200";

    private final Connections connections;
    private final Clock clock;

    CompanyTrouble(Connections connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    void tell(Visit visit, StatusCode code, String message) {
        if (code.toString().equals(RESET)) {
            connections.stop(visit.company(), RESET, message);
        } else {
            connections.problem(visit.company(), code.toString(), message, clock.instant());
        }
    }
}
