package dev.relink.simulator.online.webhook;

import java.net.URI;
import java.time.Duration;

/** Carries a body to an app. */
public interface Postman {
    /** The status of the answer, 0 when there was none in time. */
    int post(URI url, byte[] body, String signature, Duration within);
}
