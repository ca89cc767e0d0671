package dev.relink.admin;

import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A template and what it shows. What a controller method returns.
 *
 * @param template under {@code src/main/jte}, without its ending
 * @param parameters by the names in the template's {@code @param} lines
 */
public record Html(String template, Map<String, Object> parameters, HttpStatus status) {

    public Html {
        parameters = Map.copyOf(parameters);
    }

    public static Html of(String template, Map<String, Object> parameters) {
        return new Html(template, parameters, HttpStatus.OK);
    }

    public Html with(HttpStatus other) {
        return new Html(template, parameters, other);
    }
}
