package dev.relink.admin;

import dev.relink.catalogue.CatalogueEntry;
import dev.relink.connector.Platform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of status codes, by platform. */
public record StatusCodesView(Map<Platform, List<CatalogueEntry>> byPlatform, Asked asked, int found, int known) {

    /** What was looked for. */
    public record Asked(String q, String platform, String family) {
        public boolean isNothing() {
            return q.isEmpty() && platform.isEmpty() && family.isEmpty();
        }
    }

    static StatusCodesView of(List<CatalogueEntry> entries, Asked asked, int known) {
        Map<Platform, List<CatalogueEntry>> byPlatform = new LinkedHashMap<>();
        for (Platform platform : Platform.values()) {
            List<CatalogueEntry> of = entries.stream()
                    .filter(entry -> entry.code().platform() == platform)
                    .toList();
            if (!of.isEmpty()) {
                byPlatform.put(platform, of);
            }
        }
        return new StatusCodesView(byPlatform, asked, entries.size(), known);
    }

    public List<Choice> platforms() {
        return Arrays.stream(Platform.values())
                .map(platform -> new Choice(platform.word(), StatusCodeView.label(platform)))
                .toList();
    }

    public List<Choice> families() {
        return StatusCodesPage.families();
    }

    /** The address of an entry; a pasted line goes along as its message. */
    public String address(CatalogueEntry entry) {
        String path = "/status-codes/" + entry.code().platform().word() + "/"
                + entry.code().code();
        boolean isMessage = asked.q.indexOf(' ') > 0;
        return isMessage ? path + "?message=" + URLEncoder.encode(asked.q, StandardCharsets.UTF_8) : path;
    }

    /** Whether only a number was looked for, so that the general advice for unknown codes helps. */
    public boolean isNumber() {
        return asked.q.matches("\\d{1,6}");
    }

    public String problem(CatalogueEntry entry) {
        return entry.meaning().guide().problem(Map.of());
    }
}
