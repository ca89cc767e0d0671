package dev.relink.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    static List<ErrorGroup> of(List<ErrorLine> lines, boolean grouped) {
        if (!grouped) {
            return lines.isEmpty() ? List.of() : List.of(new ErrorGroup("g0", null, lines));
        }
        List<ErrorGroup> groups = new ArrayList<>();
        for (ErrorLine line : lines) {
            Cause cause = cause(line);
            if (groups.isEmpty() || !Objects.equals(groups.getLast().cause(), cause)) {
                groups.add(new ErrorGroup("g" + groups.size(), cause, new ArrayList<>()));
            }
            groups.getLast().lines().add(line);
        }
        return groups;
    }

    private static @Nullable Cause cause(ErrorLine line) {
        var failure = line.failure();
        var decoded = line.decoded();
        var place = line.row().place();
        return failure == null || decoded == null
                ? null
                : Cause.of(failure, decoded, place.ofCause(), place.blockedByCause());
    }
}
