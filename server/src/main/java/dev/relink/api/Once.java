package dev.relink.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.platform.Json;
import dev.relink.platform.security.Actor;
import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * {@code Idempotency-Key}: the same key and body give the stored answer, the same key with another body is refused. A
 * key belongs to who sent it and is kept for a day. Failures are not kept: they may be tried again with the same key.
 */
@Component
class Once {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 200;

    private final JdbcKeys keys;

    Once(JdbcKeys keys) {
        this.keys = keys;
    }

    record Answer(HttpStatus status, Object body) {
        static Answer ok(Object body) {
            return new Answer(HttpStatus.OK, body);
        }

        static Answer accepted(Object body) {
            return new Answer(HttpStatus.ACCEPTED, body);
        }
    }

    ResponseEntity<byte[]> answer(
            HttpServletRequest request, Actor actor, String company, byte[] body, Supplier<Answer> act) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            Answer answer = act.get();
            return response(answer.status().value(), Json.write(answer.body()));
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw Refused.badRequest(
                    "The %s has %d characters; it may have 1 to %d.".formatted(HEADER, key.length(), LONGEST));
        }
        return once(company, actor.name() + "\n" + key, hash(request, body), act);
    }

    private ResponseEntity<byte[]> once(String company, String key, byte[] hash, Supplier<Answer> act) {
        JdbcKeys.Kept kept = keys.take(company, key, hash);
        if (kept != null) {
            return repeated(kept, hash);
        }
        boolean answered = false;
        try {
            Answer answer = act.get();
            String json = Json.write(answer.body());
            keys.answered(company, key, answer.status().value(), json);
            answered = true;
            return response(answer.status().value(), json);
        } finally {
            if (!answered) {
                keys.free(company, key);
            }
        }
    }

    private static ResponseEntity<byte[]> repeated(JdbcKeys.Kept kept, byte[] hash) {
        if (!MessageDigest.isEqual(kept.hash(), hash)) {
            throw Refused.badField("", "This " + HEADER + " was sent before with another request: use a new key.");
        }
        if (kept.answer() == null) {
            throw Refused.conflict("The request with this " + HEADER + " is still being carried out: ask again soon.");
        }
        return response(kept.status(), kept.answer());
    }

    private static ResponseEntity<byte[]> response(int status, @Nullable String json) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(String.valueOf(json).getBytes(UTF_8));
    }

    private static byte[] hash(HttpServletRequest request, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update((request.getRequestURI() + "\n" + request.getQueryString() + "\n").getBytes(UTF_8));
            return sha.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
