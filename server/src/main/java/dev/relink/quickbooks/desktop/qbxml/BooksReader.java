package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.connector.Row.Books;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whose books are open, gathered from HostRet, CompanyRet and PreferencesRet. */
final class BooksReader {

    private final QbxmlReader xml;
    private final Map<String, String> host = new LinkedHashMap<>();
    private final List<String> versions = new ArrayList<>();
    private final Map<String, String> company = new LinkedHashMap<>();
    private final Map<String, String> fileIds = new LinkedHashMap<>();
    private final Map<String, String> preferences = new LinkedHashMap<>();

    BooksReader(QbxmlReader xml) {
        this.xml = xml;
    }

    /** Consumes one of the three elements, or skips another. */
    void read() {
        switch (xml.name()) {
            case "HostRet" -> host();
            case "CompanyRet" -> company();
            case "PreferencesRet" -> preferences("");
            default -> xml.skip();
        }
    }

    boolean isComplete() {
        return !host.isEmpty() && company.containsKey("CompanyName");
    }

    Books books() {
        return new Books(
                Map.copyOf(host),
                List.copyOf(versions),
                company.getOrDefault("CompanyName", ""),
                Map.copyOf(fileIds),
                Map.copyOf(preferences));
    }

    private void host() {
        while (xml.nextChild()) {
            var name = xml.name();
            var text = xml.text();
            if (text != null && name.equals("SupportedQBXMLVersion")) {
                versions.add(text.strip());
            } else if (text != null) {
                host.put(name, text.strip());
            }
        }
    }

    private void company() {
        while (xml.nextChild()) {
            var name = xml.name();
            if (name.equals("DataExtRet")) {
                privateField();
            } else {
                var text = xml.text();
                if (text != null) {
                    company.put(name, text.strip());
                }
            }
        }
    }

    private void privateField() {
        var parts = new LinkedHashMap<String, String>();
        while (xml.nextChild()) {
            var name = xml.name();
            var text = xml.text();
            parts.put(name, text == null ? "" : text.strip());
        }
        if ("FileID".equals(parts.get("DataExtName"))) {
            fileIds.put(guid(parts.getOrDefault("OwnerID", "")), guid(parts.getOrDefault("DataExtValue", "")));
        }
    }

    private static String guid(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        return upper.startsWith("{") || upper.isEmpty() ? upper : "{" + upper + "}";
    }

    /** Preferences are leaves one aggregate deep. */
    private void preferences(String path) {
        while (xml.nextChild()) {
            var name = xml.name();
            if (path.isEmpty()) {
                preferences(name + "/");
            } else {
                var text = xml.text();
                if (text != null) {
                    preferences.put(path + name, text.strip());
                }
            }
        }
    }
}
