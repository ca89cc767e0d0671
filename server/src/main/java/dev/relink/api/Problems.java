package dev.relink.api;

import dev.relink.platform.web.DatabaseAway;
import dev.relink.platform.web.ProblemDocument;
import dev.relink.platform.web.Refused;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.databind.DatabindException;

/** Every failure of the JSON interface as RFC 9457 {@code application/problem+json}. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refused refused) {
        return ProblemDocument.of(refused).response();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof DatabindException field
                && !field.getPath().isEmpty()) {
            return refused(Refused.badField(pointer(field), field.getOriginalMessage()));
        }
        return refused(Refused.badRequest("The body is not the JSON that is expected here."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> mismatch(MethodArgumentTypeMismatchException mismatch) {
        return refused(
                Refused.badRequest("\"" + mismatch.getValue() + "\" is no value for " + mismatch.getName() + "."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> other(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            String detail = known.getBody().getDetail();
            return ProblemDocument.of(
                            status, status.getReasonPhrase(), detail == null ? status.getReasonPhrase() : detail)
                    .response();
        }
        LOG.error("A request failed", failure);
        if (DatabaseAway.isCauseOf(failure)) {
            return DatabaseAway.problem().response();
        }
        return ProblemDocument.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "The server failed",
                        "Whether anything was changed shows the history. Try again with the same Idempotency-Key.")
                .response();
    }

    private static String pointer(DatabindException field) {
        var pointer = new StringBuilder();
        field.getPath()
                .forEach(step -> pointer.append('/')
                        .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()));
        return pointer.toString();
    }
}
