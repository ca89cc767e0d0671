package dev.relink.admin;

import dev.relink.platform.security.Access;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What somebody may do, line by line. */
public final class AccessWords {

    private AccessWords() {}

    public static List<String> of(Access access) {
        List<String> lines = new ArrayList<>();
        if (access.everywhere() != null) {
            lines.add(access.everywhere().label() + " of all companies");
        }
        access.companies().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(company -> company.value())))
                .forEach(entry -> lines.add(entry.getValue().label() + " of " + entry.getKey()));
        return lines.isEmpty() ? List.of("No role yet") : lines;
    }
}
