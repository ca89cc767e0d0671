package dev.relink.admin;

import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.PastedLog;
import dev.relink.platform.security.Pace;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code POST /status-codes}: a pasted log or message, explained. Public; nothing of it is kept. */
@Controller
class LogPage {

    static final int MOST_MEGABYTES = 4;

    /** The form sends its one field as plain text: no encoding that would triple its size. */
    private static final byte[] FIELD = "log=".getBytes(StandardCharsets.US_ASCII);

    private final Decoder decoder;
    private final Pace pace;

    LogPage(Decoder decoder, InstantSource clock) {
        this.decoder = decoder;
        this.pace = new Pace(clock, 30, Duration.ofSeconds(5));
    }

    @PostMapping("/status-codes")
    @Requires(Right.NONE)
    Html explain(Page page, HttpServletRequest request) throws IOException {
        Duration wait = pace.take(request.getRemoteAddr());
        if (wait.isPositive()) {
            throw Refused.tooMany(
                    "Too many texts came from your address: try again in %d seconds. On your own computer,"
                                    .formatted(wait.toSeconds() + 1)
                            + " \u201c./relink decode --file QWCLog.txt\u201d reads any number.");
        }
        byte[] log = log(request);
        PastedLog.Report report = PastedLog.read(new ByteArrayInputStream(log), decoder, Operation.MOD);
        return Html.of("log", Map.of("page", page, "report", report));
    }

    private static byte[] log(HttpServletRequest request) throws IOException {
        int most = MOST_MEGABYTES * 1024 * 1024;
        byte[] body = request.getContentLengthLong() > most
                ? new byte[most + 1]
                : request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw Refused.tooLarge(
                    "The text has more than %d MB: paste the part around the error. On your own computer,"
                                    .formatted(MOST_MEGABYTES)
                            + " \u201c./relink decode --file QWCLog.txt\u201d reads a log of any size.");
        }
        boolean isField = body.length >= FIELD.length && Arrays.equals(FIELD, 0, 4, body, 0, 4);
        return isField ? Arrays.copyOfRange(body, FIELD.length, body.length) : body;
    }
}
