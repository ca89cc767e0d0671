package dev.relink.admin;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Writes {@link Html} and {@link SeeOther}. The page is whole before its first byte goes out: it fails as a whole too. */
final class PageAnswers implements HandlerMethodReturnValueHandler {

    static final String NOTE = "note";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.relink.pages");

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        Class<?> type = returnType.getParameterType();
        return type == Html.class || type == SeeOther.class || type == Object.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object answer,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        var response = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
        switch (answer) {
            case Html html -> write(html, response);
            case SeeOther other ->
                redirect(other, Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)), response);
            case null, default -> throw new IllegalStateException("A page's method returned " + answer);
        }
    }

    void write(Html html, HttpServletResponse response) throws IOException {
        var output = new Utf8ByteOutput();
        templates.render(html.template(), html.parameters(), output);
        response.setStatus(html.status().value());
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    private static void redirect(SeeOther other, HttpServletRequest request, HttpServletResponse response) {
        if (other.note() != null) {
            RequestContextUtils.getOutputFlashMap(request).put(NOTE, other.note());
            RequestContextUtils.saveOutputFlashMap(other.address(), request, response);
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, other.address());
    }
}
