package dev.relink.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The administrator of the demo at a browser: connects a company to a realm of practice QuickBooks Online. */
final class OnlineConsent {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LEAVES = Pattern.compile("content=\"0; url=([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI relink;

    /** @param relink as the browser of the same machine reaches this server */
    OnlineConsent(String relink) {
        this.relink = URI.create(relink);
    }

    /** @throws PracticeQuickBooks.Failed when one of the steps did not lead to the next */
    void connect(String email, String password, String company, String realm) {
        String page = "/companies/" + company + "/connection";
        String act = "/companies/" + company + "/quickbooks-online/";
        post("/sign-in", "/sign-in", Map.of("email", email, "password", password));
        String leaving = post(page, act + "connect", Map.of()).body();
        URI intuit = URI.create(found(LEAVES, leaving, "the way to Intuit").replace("&amp;", "&"));
        URI back = location(consent(intuit, realm));
        String came = location(get(back)).toString();
        if (came.endsWith("=is-it")) {
            came = location(post(page, act + "confirm", Map.of("realm", realm))).toString();
        }
        if (!came.endsWith("=connected")) {
            throw new PracticeQuickBooks.Failed("Practice QuickBooks Online was not connected: " + came + ".");
        }
    }

    private HttpResponse<String> consent(URI intuit, String realm) {
        Map<String, String> form = new HashMap<>();
        for (String pair : intuit.getRawQuery().split("&", -1)) {
            String[] field = pair.split("=", 2);
            form.put(field[0], URLDecoder.decode(field[1], UTF_8));
        }
        form.put("realm", realm);
        form.put("button", "connect");
        return send(form(intuit.resolve(intuit.getPath()), form));
    }

    private HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", found(CSRF, get(relink.resolve(page)).body(), "a form on " + page));
        return send(form(relink.resolve(path), form));
    }

    private HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address));
    }

    private static HttpRequest.Builder form(URI address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new PracticeQuickBooks.Failed("Practice QuickBooks Online was not connected: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PracticeQuickBooks.Failed("The server is stopping.");
        }
    }

    private static String found(Pattern pattern, @Nullable String page, String what) {
        Matcher matcher = pattern.matcher(page == null ? "" : page);
        if (!matcher.find()) {
            throw new PracticeQuickBooks.Failed(
                    "Practice QuickBooks Online was not connected: there is not " + what + ".");
        }
        return matcher.group(1);
    }

    private static URI location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(() -> new PracticeQuickBooks.Failed(
                        "Practice QuickBooks Online was not connected: HTTP %d.".formatted(answer.statusCode())));
    }
}
