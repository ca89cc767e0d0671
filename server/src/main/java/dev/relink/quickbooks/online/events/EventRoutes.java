package dev.relink.quickbooks.online.events;

import dev.relink.platform.OnlineApp;
import dev.relink.platform.Settings;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;

/** Takes Intuit's webhooks. The signature on the raw bytes is the only key; the answer comes before anything is read. */
@RestController
class EventRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(EventRoutes.class);

    private static final int LARGEST = 1 << 20;

    private final Settings settings;
    private final News news;

    EventRoutes(Settings settings, News news) {
        this.settings = settings;
        this.news = news;
    }

    /** 200 in any case once the signature is right: a second delivery of what cannot be read would not help. */
    @Requires(Right.NONE)
    @PostMapping("/api/v1/quickbooks-online/events")
    ResponseEntity<Void> take(
            HttpServletRequest request,
            @RequestHeader(name = "intuit-signature", required = false) @Nullable String given)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        OnlineApp app = signer(given, body).orElse(null);
        if (app == null) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        try {
            List<Event> events = EventReader.read(body);
            int companies = news.take(app.environment(), events);
            LOG.info("QuickBooks Online: {} events, {} companies read now", events.size(), companies);
        } catch (JacksonException unreadable) {
            LOG.warn("QuickBooks Online: signed events of {} bytes that cannot be read", body.length);
        }
        return ResponseEntity.ok().build();
    }

    private Optional<OnlineApp> signer(@Nullable String given, byte[] body) {
        return settings.online().apps().stream()
                .filter(app -> app.verifierToken() instanceof String token && Signature.isValid(given, body, token))
                .findFirst();
    }
}
