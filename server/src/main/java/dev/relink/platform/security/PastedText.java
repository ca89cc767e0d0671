package dev.relink.platform.security;

import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** A text that anybody sends to be explained: its bytes, at a bearable pace and up to a size. For the page and the API alike. */
@Component
public final class PastedText {

    /** The longest text. */
    public static final int MOST_MEGABYTES = 4;

    private static final int MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
    private static final String OFFLINE = " On your own computer, \u201c./relink decode --file QWCLog.txt\u201d reads ";

    private final Pace pace;

    PastedText(InstantSource clock) {
        this.pace = new Pace(clock, 30, Duration.ofSeconds(5));
    }

    /**
     * The body of a request, as it came.
     *
     * @throws Refused 429 when the address asks too often, 413 when the text is too long; both say what to do instead
     */
    public byte[] of(HttpServletRequest request) throws IOException {
        Duration wait = pace.take(request.getRemoteAddr());
        if (wait.isPositive()) {
            throw Refused.tooMany("Too many texts came from your address: try again in %d seconds.%sany number."
                    .formatted(wait.toSeconds() + 1, OFFLINE));
        }
        return body(request);
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getContentLengthLong() > MOST_BYTES
                ? new byte[MOST_BYTES + 1]
                : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Refused.tooLarge("The text has more than %d MB: send the part around the error.%sa log of any size."
                    .formatted(MOST_MEGABYTES, OFFLINE));
        }
        return body;
    }
}
