package dev.relink.platform.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that is not carried out. The detail says what was asked, why not, and what to do instead. */
public final class Refused extends RuntimeException {

    private final HttpStatus status;
    private final String title;
    private final List<FieldProblem> errors;

    private Refused(HttpStatus status, String title, String detail, List<FieldProblem> errors) {
        super(detail);
        this.status = status;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    /** 404. What the asker may not see is told in the same words as what does not exist. */
    public static Refused notFound(String detail) {
        return new Refused(HttpStatus.NOT_FOUND, "Not found", detail, List.of());
    }

    /** 403: the asker may see it but not do this. */
    public static Refused forbidden(String detail) {
        return new Refused(HttpStatus.FORBIDDEN, "Not allowed", detail, List.of());
    }

    /** 409: not in the present state. */
    public static Refused conflict(String detail) {
        return new Refused(HttpStatus.CONFLICT, "Not possible now", detail, List.of());
    }

    /** 400: the request cannot be read. */
    public static Refused badRequest(String detail) {
        return new Refused(HttpStatus.BAD_REQUEST, "Bad request", detail, List.of());
    }

    /** 415: another type of body is needed. */
    public static Refused unsupported(String detail) {
        return new Refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported type", detail, List.of());
    }

    /** 413: more than is read at once. */
    public static Refused tooLarge(String detail) {
        return new Refused(HttpStatus.CONTENT_TOO_LARGE, "Too large", detail, List.of());
    }

    /** 429: too often. */
    public static Refused tooMany(String detail) {
        return new Refused(HttpStatus.TOO_MANY_REQUESTS, "Too many requests", detail, List.of());
    }

    /** 422: it was read, and some fields cannot be accepted. */
    public static Refused badFields(List<FieldProblem> errors) {
        String detail =
                errors.size() == 1 ? errors.getFirst().message() : errors.size() + " fields cannot be accepted.";
        return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "Fields not accepted", detail, errors);
    }

    /** One wrong field. */
    public static Refused badField(String pointer, String message) {
        return badFields(List.of(new FieldProblem(pointer, message)));
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldProblem> errors() {
        return errors;
    }
}
