package dev.relink;

import dev.relink.platform.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole server on a real database and a free port, once per test JVM; and a browser without a screen. */
public final class RunningRelink {

    public static final String ADMIN_EMAIL = "priya.nair@example.com";
    public static final String ADMIN_PASSWORD = "green trees need water";
    public static final String ADMIN_TOKEN = "relink_test-token-of-the-first-start";

    /** With which practice QuickBooks Online signs its webhooks. */
    public static final String VERIFIER_TOKEN = "a verifier token of the tests";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final class Holder {
        static final RunningRelink ONE = new RunningRelink();
    }

    private final TestDatabase database = TestDatabase.fresh();
    private final PracticeProvider provider = PracticeProvider.start();
    private final PracticeIntuit intuit = PracticeIntuit.start();
    private final ConfigurableApplicationContext context;

    private RunningRelink() {
        intuit.terms("offersProofKey", true);
        context = new SpringApplicationBuilder(Relink.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--relink.port=0",
                        "--server.port=0",
                        "--relink.data=target/relink-under-test-"
                                + ProcessHandle.current().pid(),
                        "--relink.database-url=" + database.url(),
                        "--relink.database-username=" + database.username(),
                        "--relink.database-password=" + database.password(),
                        "--relink.admin-email=" + ADMIN_EMAIL,
                        "--relink.admin-password=" + ADMIN_PASSWORD,
                        "--relink.oidc-issuer=" + provider.issuer(),
                        "--relink.oidc-client-id=" + PracticeProvider.CLIENT,
                        "--relink.oidc-client-secret=" + PracticeProvider.SECRET,
                        "--relink.oidc-name=Practice",
                        "--relink.oidc-allowed-domain=trees.example",
                        "--relink.oidc-role-claim=roles",
                        "--relink.online.client-id=" + PracticeIntuit.CLIENT,
                        "--relink.online.client-secret=" + PracticeIntuit.SECRET,
                        "--relink.online.discovery=" + intuit.at("/online/.well-known/openid_configuration"),
                        "--relink.online.api-production=" + intuit.at("/online/v3/company/"),
                        "--relink.online-webhook-verifier-token=" + VERIFIER_TOKEN,
                        "--relink.online.sandbox-client-id=" + PracticeIntuit.CLIENT,
                        "--relink.online.sandbox-client-secret=" + PracticeIntuit.SECRET,
                        "--relink.online.sandbox-discovery="
                                + intuit.at("/online/.well-known/openid_sandbox_configuration"),
                        "--relink.online.api-sandbox=" + intuit.at("/online/sandbox/v3/company/"),
                        "--relink.api-token=" + ADMIN_TOKEN);
        company("acme", "Acme Tree Care");
        company("cedar", "Cedar Valley Landscaping");
    }

    public static RunningRelink shared() {
        return Holder.ONE;
    }

    public JdbcClient jdbc() {
        return database.jdbc();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Map<String, T> beans(Class<T> type) {
        return context.getBeansOfType(type);
    }

    /** The OpenID Connect provider that it trusts. */
    public PracticeProvider provider() {
        return provider;
    }

    /** The QuickBooks Online that it knows. */
    public PracticeIntuit intuit() {
        return intuit;
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    private void company(String id, String name) {
        jdbc().sql(
                        "insert into company (company_id, name, quickbooks, created_at) values (:id, :name, 'desktop', now())")
                .param("id", id)
                .param("name", name)
                .update();
    }

    /** A program. @param token empty = none */
    public HttpResponse<String> api(String method, String path, String token, String json) {
        var request = HttpRequest.newBuilder(at(path)).header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(
                HttpClient.newHttpClient(),
                request.method(method, BodyPublishers.ofString(json)).build());
    }

    public Browser browser() {
        return new Browser();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps cookies, follows nothing by itself. */
    public final class Browser {

        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        public HttpResponse<String> get(String path) {
            return send(client, HttpRequest.newBuilder(at(path)).build());
        }

        /** With the CSRF token of the page {@code form}. */
        public HttpResponse<String> post(String form, String path, Map<String, String> fields) {
            Matcher token = CSRF.matcher(get(form).body());
            if (!token.find()) {
                throw new AssertionError(form + " has no form");
            }
            return postWith(token.group(1), path, fields);
        }

        /** @param csrf empty = none */
        public HttpResponse<String> postWith(String csrf, String path, Map<String, String> fields) {
            String body = fields.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&", "_csrf=" + encoded(csrf) + "&", ""));
            var request = HttpRequest.newBuilder(at(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body));
            return send(client, request.build());
        }

        public Browser signIn(String email, String password) {
            var answer = post("/sign-in", "/sign-in", Map.of("email", email, "password", password));
            if (answer.statusCode() != 303) {
                throw new AssertionError("Not signed in: " + answer.statusCode() + " " + answer.body());
            }
            return this;
        }

        public Browser asAdmin() {
            return signIn(ADMIN_EMAIL, ADMIN_PASSWORD);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
