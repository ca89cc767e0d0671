package dev.relink.admin;

import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.PastedLog;
import dev.relink.platform.security.PastedText;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code POST /status-codes}: a pasted log or message, explained. Public; nothing of it is kept. */
@Controller
class LogPage {

    /** The form sends its one field as plain text: no encoding that would triple its size. */
    private static final byte[] FIELD = "log=".getBytes(StandardCharsets.US_ASCII);

    private final PastedText texts;
    private final Decoder decoder;

    LogPage(PastedText texts, Decoder decoder) {
        this.decoder = decoder;
        this.texts = texts;
    }

    @PostMapping("/status-codes")
    @Requires(Right.NONE)
    Html explain(Page page, HttpServletRequest request) throws IOException {
        byte[] body = texts.of(request);
        int from = Arrays.mismatch(FIELD, body) == FIELD.length ? FIELD.length : 0;
        var log = new ByteArrayInputStream(body, from, body.length - from);
        return Html.of("log", Map.of("page", page, "report", PastedLog.read(log, decoder, Operation.MOD)));
    }
}
