package dev.relink.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What Tomcat refuses before any filter of ours sees it, such as an address with a bare {@code |}: to programs as
 * {@code application/problem+json}, to people as a plain page. Neither names the container.
 */
public final class RefusedByContainer extends ErrorReportValve {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head>
            <body><h1>%1$s</h1><p>%2$s</p><p><a href="/">To the start</a></p></body></html>
            """;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        try {
            write(status == null ? HttpStatus.BAD_REQUEST : status, isProgram(request, failure), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(HttpStatus status, boolean program, HttpServletResponse response) throws IOException {
        if (program) {
            ProblemDocument.of(status, status.getReasonPhrase(), detail(status)).write(response);
            return;
        }
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(PAGE.formatted(status.getReasonPhrase(), detail(status)));
    }

    private static String detail(HttpStatus status) {
        return status == HttpStatus.BAD_REQUEST
                ? "The address or a header of this request is not valid HTTP, so nothing was read and nothing changed."
                        + " Characters such as | { } and blanks are written as %7C %7B %7D %20 in an address."
                : "The request could not be carried out: " + status.getReasonPhrase() + ".";
    }

    /** An address that could not be read stands only in the words of the failure, in brackets. */
    private static boolean isProgram(Request request, @Nullable Throwable failure) {
        String address = request.getRequestURI();
        String words = failure == null ? null : failure.getMessage();
        return address != null && address.startsWith("/api/") || words != null && words.contains("[/api/");
    }
}
