package dev.relink.quickbooks.online.rest;

import dev.relink.platform.OnlineApp;
import dev.relink.platform.OnlineLimits;
import dev.relink.platform.OnlineSettings;
import dev.relink.quickbooks.online.oauth.AccessTokens.Access;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes one HTTP call. Follows no redirect: a token goes where the settings say and nowhere else. */
@Component
final class Wire {

    private static final String MINOR_VERSION = "minorversion=75";
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final Duration CONNECTING = Duration.ofSeconds(20);

    private final OnlineSettings apps;
    private final OnlineLimits limits;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    Wire(@Value("#{settings.online()}") OnlineSettings apps, @Value("#{settings.onlineLimits()}") OnlineLimits limits) {
        this.apps = apps;
        this.limits = limits;
    }

    Came send(Plan.Call call, Access access) {
        var app = apps.app(access.environment()).orElse(null);
        return app == null
                ? Came.notSent(
                        call, "Relink has no keys for the %s of QuickBooks Online".formatted(access.environment()))
                : send(call, request(call, access, app));
    }

    /** The time that it may take is for the body too. */
    private Came send(Plan.Call call, HttpRequest request) {
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return came(call, answer.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Came.lost(call, timedOut());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.cancel(true);
            return Came.lost(call, "Relink was stopped while it waited for the answer");
        } catch (ExecutionException e) {
            return failed(call, e.getCause() == null ? e : e.getCause());
        } catch (IOException e) {
            return Came.lost(call, "The answer broke off: " + e.getMessage());
        }
    }

    private String timedOut() {
        return "No answer within " + limits.timeout().toSeconds() + " s";
    }

    /** Before the connection stands nothing can have been done. */
    private Came failed(Plan.Call call, Throwable why) {
        return switch (why) {
            case HttpConnectTimeoutException _ -> Came.notSent(call, "QuickBooks Online could not be reached in time");
            case ConnectException _, UnresolvedAddressException _ ->
                Came.notSent(call, "QuickBooks Online could not be reached");
            case SSLHandshakeException _ -> Came.notSent(call, "No safe connection to QuickBooks Online came about");
            case HttpTimeoutException _ -> Came.lost(call, timedOut());
            default -> Came.lost(call, "The connection broke off: " + why.getMessage());
        };
    }

    private static HttpRequest request(Plan.Call call, Access access, OnlineApp app) {
        var request = HttpRequest.newBuilder(address(call, access, app))
                .header("Authorization", "Bearer " + access.token())
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "Relink");
        if (call.body() == null) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofString(call.body()))
                .build();
    }

    private static URI address(Plan.Call call, Access access, OnlineApp app) {
        var address = new StringBuilder(app.api().toString())
                .append(access.realm())
                .append('/')
                .append(call.path())
                .append('?');
        if (!call.query().isEmpty()) {
            address.append(call.query()).append('&');
        }
        if (call.requestid() != null) {
            address.append("requestid=").append(call.requestid()).append('&');
        }
        return URI.create(address.append(MINOR_VERSION).toString());
    }

    private static Came came(Plan.Call call, HttpResponse<byte[]> answer) throws IOException {
        var headers = answer.headers();
        return new Came(
                call,
                answer.statusCode(),
                headers.firstValue("intuit_tid").orElse(null),
                plain(answer),
                null,
                null,
                false,
                headers.firstValue("Retry-After").map(Wire::seconds).orElse(null));
    }

    private static byte[] plain(HttpResponse<byte[]> answer) throws IOException {
        boolean zipped = answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        if (!zipped) {
            return answer.body();
        }
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            byte[] plain = unzipped.readNBytes(MOST_BYTES + 1);
            if (plain.length > MOST_BYTES) {
                throw new IOException("it is larger than %d bytes".formatted(MOST_BYTES));
            }
            return plain;
        }
    }

    private static @Nullable Duration seconds(String text) {
        return text.strip().matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(text.strip())) : null;
    }
}
