package dev.relink.simulator.webconnector;

import dev.relink.simulator.Xml;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A .qwc file: how an application introduces itself to the Web Connector. It never holds the password.
 *
 * @param url AppURL
 * @param ownerId OwnerID, a GUID in braces, of the application
 * @param fileId FileID, a GUID in braces, of this company at this application
 * @param every how often it runs by itself, null when only by hand
 * @param readOnly IsReadOnly
 */
public record Qwc(
        String appName,
        URI url,
        String userName,
        String ownerId,
        String fileId,
        @Nullable Duration every,
        boolean readOnly) {

    /**
     * Reads the file's text.
     *
     * @throws BadQwc when an element is missing or is not what it must be, as QBWC1039 says it
     */
    public static Qwc read(String text) {
        Map<String, String> elements = elements(text);
        if (!elements.getOrDefault("QBType", "QBFS").equals("QBFS")) {
            throw new BadQwc(
                    "QBType is " + elements.get("QBType") + "; this is QuickBooks Desktop, so it must be QBFS");
        }
        return new Qwc(
                required(elements, "AppName"),
                appUrl(required(elements, "AppURL")),
                required(elements, "UserName"),
                required(elements, "OwnerID"),
                required(elements, "FileID"),
                every(elements),
                elements.getOrDefault("IsReadOnly", "false").equals("true"));
    }

    private static URI appUrl(String text) {
        URI url = URI.create(text);
        String host = String.valueOf(url.getHost());
        boolean plain = "http".equals(url.getScheme());
        if (host.matches("[0-9.]+") && !host.equals("127.0.0.1")) {
            throw new BadQwc("QBWC1001: AppURL is an IP address: " + text);
        }
        if (!plain && !"https".equals(url.getScheme()) || plain && host.contains(".") && !host.equals("127.0.0.1")) {
            throw new BadQwc("QBWC1010: AppURL must be https, or http on this machine: " + text);
        }
        return url;
    }

    private static @Nullable Duration every(Map<String, String> elements) {
        String minutes = elements.get("RunEveryNMinutes");
        String seconds = elements.get("RunEveryNSeconds");
        if (minutes != null) {
            return Duration.ofMinutes(number("RunEveryNMinutes", minutes));
        }
        return seconds == null ? null : Duration.ofSeconds(number("RunEveryNSeconds", seconds));
    }

    private static long number(String element, String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new BadQwc(element + " is not a number: " + text);
        }
        return Long.parseLong(text);
    }

    private static String required(Map<String, String> elements, String name) {
        String value = elements.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new BadQwc("QBWC1039: the .qwc file has no " + name);
        }
        return value;
    }

    private static Map<String, String> elements(String text) {
        try {
            return read(Xml.reader(new StringReader(text)));
        } catch (XMLStreamException e) {
            throw new BadQwc("The .qwc file is not well-formed XML: " + e.getMessage());
        }
    }

    private static Map<String, String> read(XMLStreamReader xml) throws XMLStreamException {
        var elements = new HashMap<String, String>();
        String inside = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside = xml.getLocalName();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside = "";
            } else if (event == XMLStreamConstants.CHARACTERS && !inside.isEmpty()) {
                elements.merge(inside, xml.getText().strip(), String::concat);
            }
        }
        return elements;
    }

    /** The .qwc file cannot be added. */
    public static final class BadQwc extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadQwc(String message) {
            super(message);
        }
    }
}
