package dev.relink.catalogue;

import java.util.List;

/** What a status code means, once the message has been read. */
public record Meaning(
        String name,
        Family family,
        Severity severity,
        WhoCanFix whoCanFix,
        Retry retry,
        Decision outcome,
        List<RepairKind> repairs,
        Guide guide) {

    public Meaning {
        repairs = List.copyOf(repairs);
    }

    /** The same, told by another guide. */
    Meaning with(Guide other) {
        return new Meaning(name, family, severity, whoCanFix, retry, outcome, repairs, other);
    }
}
