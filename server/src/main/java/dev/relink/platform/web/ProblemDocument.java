package dev.relink.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** A failure as RFC 9457 {@code application/problem+json}. */
public record ProblemDocument(HttpStatus status, String title, String detail, List<FieldProblem> errors) {

    private static final JsonMapper JSON = new JsonMapper();

    public ProblemDocument {
        errors = List.copyOf(errors);
    }

    public static ProblemDocument of(Refused refused) {
        return new ProblemDocument(refused.status(), refused.title(), refused.detail(), refused.errors());
    }

    public static ProblemDocument of(HttpStatus status, String title, String detail) {
        return new ProblemDocument(status, title, detail, List.of());
    }

    /** The members in the order of the RFC; {@code errors} only where fields are wrong. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", title);
        members.put("status", status.value());
        members.put("detail", detail);
        if (!errors.isEmpty()) {
            members.put("errors", errors);
        }
        return members;
    }

    /** For a controller advice. */
    public ResponseEntity<Map<String, Object>> response() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(members());
    }

    /** For a filter, before any controller. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(members()));
    }
}
