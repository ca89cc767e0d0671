package dev.relink.admin;

import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.DatabaseAway;
import dev.relink.platform.web.ProblemDocument;
import dev.relink.platform.web.Refused;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people see when a page cannot be shown; programs get the same as problem+json. */
@Controller
@ControllerAdvice(basePackages = {"dev.relink.admin", "dev.relink.quickbooks.online.oauth"})
class ErrorPages implements ErrorController {

    private final PageArgument pages;

    ErrorPages(PageArgument pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    Html refused(Refused refused, HttpServletRequest request) {
        return page(request, refused.status(), refused.title(), refused.detail());
    }

    /** Where the servlet container sends what nobody else answered. */
    @RequestMapping("/error")
    @Requires(Right.NONE)
    @Nullable
    Object unanswered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = status(request);
        String asked = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String detail = detail(status, asked);
        if (asked.startsWith("/api/")) {
            ProblemDocument.of(status, status.getReasonPhrase(), detail).write(response);
            return null;
        }
        return page(
                request,
                status,
                status.is5xxServerError() ? "Something is wrong here" : status.getReasonPhrase(),
                detail);
    }

    private Html page(HttpServletRequest request, HttpStatus status, String title, String detail) {
        return Html.of("refused", Map.of("page", pages.of(request), "title", title, "detail", detail))
                .with(status);
    }

    private static HttpStatus status(HttpServletRequest request) {
        if (DatabaseAway.isCauseOf((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    private static String detail(HttpStatus status, String asked) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at " + asked + ".";
            case FORBIDDEN ->
                "This page was open too long or came from elsewhere: nothing was changed. Load it again and repeat.";
            case METHOD_NOT_ALLOWED -> "This cannot be asked in this way: nothing was changed.";
            case SERVICE_UNAVAILABLE -> DatabaseAway.DETAIL;
            case INTERNAL_SERVER_ERROR ->
                "The server failed at this; whether anything was changed shows the history. Try again; its log says more.";
            default -> "The request could not be carried out: " + status.getReasonPhrase() + ".";
        };
    }
}
