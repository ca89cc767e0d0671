package dev.relink.notice;

import dev.relink.platform.Settings;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Posts one message to a webhook. Follows no redirect, keeps no cookie, reads no more of the answer than its status. */
@Component
class WebhookCall implements AutoCloseable {

    private static final Timeout PATIENCE = Timeout.ofSeconds(10);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(24);

    private final CloseableHttpClient client;
    private final Duration longest;
    private final InstantSource clock;
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("webhook-ends").factory());

    @Autowired
    WebhookCall(Settings settings, InstantSource clock) {
        this(settings.webhookPrivateAddresses(), Duration.ofSeconds(30), clock);
    }

    /** @param anywhere also into private networks @param longest from the first byte to the last */
    WebhookCall(boolean anywhere, Duration longest, InstantSource clock) {
        this.longest = longest;
        this.clock = clock;
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(anywhere ? SystemDefaultDnsResolver.INSTANCE : new PublicAddresses())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(PATIENCE)
                        .setSocketTimeout(PATIENCE)
                        .build())
                .setMaxConnTotal(64)
                .setMaxConnPerRoute(4)
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(PATIENCE)
                        .setConnectionRequestTimeout(PATIENCE)
                        .build())
                .setUserAgent("Relink")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    /** What came of it. */
    sealed interface Answer {
        record Taken() implements Answer {}

        /** @param notBefore as the other side asks; the past = as usual */
        record NotTaken(String why, Instant notBefore) implements Answer {}

        /** 410: never again. */
        record Gone() implements Answer {}
    }

    Answer post(Webhooks.Target target, String id, String body) {
        Instant now = clock.instant();
        long timestamp = now.getEpochSecond();
        var post = new HttpPost(target.url());
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", Long.toString(timestamp));
        post.setHeader("webhook-signature", Signature.of(target.secrets(), id, timestamp, body));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        var answer = new AtomicReference<Answer>();
        // an answer that drips for ever would hold the thread for ever
        ScheduledFuture<?> end = ends.schedule(post::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(post, response -> {
                answer.set(answer(response, now));
                return answer.get();
            });
        } catch (IOException e) {
            Answer said = answer.get();
            return said == null ? new Answer.NotTaken(said(e), Instant.MIN) : said;
        } finally {
            end.cancel(false);
        }
    }

    private static Answer answer(ClassicHttpResponse response, Instant now) {
        int status = response.getCode();
        if (status >= 200 && status < 300) {
            return new Answer.Taken();
        }
        if (status == 410) {
            return new Answer.Gone();
        }
        String hint = status >= 300 && status < 400 ? ": a redirect, and none is followed" : "";
        return new Answer.NotTaken("It answered " + status + hint + ".", now.plus(retryAfter(response)));
    }

    private static Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        String value = header == null ? "" : header.getValue();
        Duration asked = value.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : Duration.ZERO;
        return asked.compareTo(LONGEST_RETRY_AFTER) < 0 ? asked : LONGEST_RETRY_AFTER;
    }

    private static String said(IOException e) {
        String words = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", " ");
        String kind = e.getClass().getSimpleName().replace("Exception", "").toLowerCase(Locale.ROOT);
        String all = e instanceof PublicAddresses.NotPublic
                ? words
                : "It could not be reached: " + words + " (" + kind + ").";
        return all.substring(0, Math.min(300, all.length()));
    }

    @Override
    @PreDestroy
    public void close() throws IOException {
        ends.shutdown();
        client.close();
    }
}
