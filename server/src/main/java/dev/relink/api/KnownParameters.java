package dev.relink.api;

import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** A query parameter that a route does not know is refused by name: a misspelt filter must not give the whole list. */
final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
            List<String> known = known(method);
            names(request.getQueryString())
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .ifPresent(name -> refuse(name, known));
        }
        return true;
    }

    private static Stream<String> names(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> part.contains("=") ? part.substring(0, part.indexOf('=')) : part);
    }

    private static void refuse(String name, Collection<String> known) {
        throw Refused.badRequest(
                known.isEmpty()
                        ? "There is no query parameter \"%s\" here, nor any other.".formatted(name)
                        : "There is no query parameter \"%s\" here; known are %s."
                                .formatted(name, known.stream().sorted().collect(Collectors.joining(", "))));
    }

    /** The names of the parameters are those of the method's own: the build keeps them. */
    private static List<String> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(KnownParameters::name)
                .toList();
    }

    private static String name(MethodParameter parameter) {
        return parameter.getParameter().getName();
    }
}
