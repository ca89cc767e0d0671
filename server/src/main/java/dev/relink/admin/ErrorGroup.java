package dev.relink.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines under one heading.
 *
 * @param cause null when the list is not grouped
 * @param id for tick boxes
 */
public record ErrorGroup(String id, @Nullable Cause cause, List<ErrorLine> lines) {

    /** How many of its cause are on other pages. */
    public long more() {
        return cause == null ? 0 : cause.errors() - lines.size();
    }

    /** @param causes of the lines; null = not grouped */
    static List<ErrorGroup> of(List<ErrorLine> lines, @Nullable List<Cause> causes) {
        if (causes == null) {
            return lines.isEmpty() ? List.of() : List.of(new ErrorGroup("g0", null, lines));
        }
        Map<String, Cause> byKey = causes.stream().collect(Collectors.toMap(Cause::key, cause -> cause));
        List<ErrorGroup> groups = new ArrayList<>();
        for (ErrorLine line : lines) {
            Cause cause = cause(line, byKey);
            if (groups.isEmpty() || !Objects.equals(groups.getLast().cause(), cause)) {
                groups.add(new ErrorGroup("g" + groups.size(), cause, new ArrayList<>()));
            }
            groups.getLast().lines().add(line);
        }
        return groups;
    }

    private static @Nullable Cause cause(ErrorLine line, Map<String, Cause> causes) {
        var failure = line.failure();
        return failure == null ? null : causes.get(failure.cause());
    }
}
