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
}
