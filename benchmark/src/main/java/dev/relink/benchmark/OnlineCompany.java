package dev.relink.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A company of QuickBooks Online on the server, connected by an administrator to a realm of its own. */
record OnlineCompany(String id, String realm) {

    private static final long FIRST_REALM = 9_130_350_000_000_000L;
    private static final Pattern GOES_TO = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");

    static OnlineCompany number(int n) {
        return new OnlineCompany("online-" + n, Long.toString(FIRST_REALM + n));
    }

    void connect(RelinkServer server, PracticeIntuit intuit, Visitor admin) throws IOException, InterruptedException {
        intuit.realm(realm, "Realm of " + id);
        server.post(
                "/companies", "{\"id\":\"%s\",\"name\":\"Realm of %s\",\"quickbooks\":\"online\"}".formatted(id, id));
        String page = "/companies/" + id + "/connection";
        String act = "/companies/" + id + "/quickbooks-online/";
        Matcher leaving =
                GOES_TO.matcher(admin.press(page, act + "connect", Map.of()).body());
        if (!leaving.find()) {
            throw new IllegalStateException("No way to Intuit for " + id);
        }
        URI back = intuit.letsIn(URI.create(leaving.group(1).replace("&amp;", "&")), realm);
        var came = admin.get(back.getPath() + "?" + back.getRawQuery());
        String next = came.headers().firstValue("Location").orElse("nowhere: " + came.statusCode());
        if (next.endsWith("=is-it")) {
            next = admin.press(page, act + "confirm", Map.of("realm", realm))
                    .headers()
                    .firstValue("Location")
                    .orElse("nowhere");
        }
        if (!next.endsWith("=connected")) {
            throw new IllegalStateException(id + " was not connected; it led " + next);
        }
    }
}
