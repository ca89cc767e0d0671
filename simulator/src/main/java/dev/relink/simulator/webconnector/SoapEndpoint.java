package dev.relink.simulator.webconnector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The application's AppURL over HTTP: one POST for each call, never repeated. */
final class SoapEndpoint {
    private static final String USER_AGENT =
            "Mozilla/4.0 (compatible; MSIE 6.0; MS Web Services Client Protocol 4.0.30319.42000)";

    private final URI url;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    SoapEndpoint(URI url, Duration patience) {
        this.url = url;
        this.patience = patience;
    }

    URI url() {
        return url;
    }

    /** The GET before everything else, by which the Web Connector looks at the certificate. Answers the HTTP status. */
    int probe() throws CallFailed {
        return send(request().GET().build()).statusCode();
    }

    /** Sends an envelope and gives back the body, also that of a fault (HTTP 500). */
    String post(String method, String envelope) throws CallFailed {
        HttpRequest request = request()
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"" + Envelope.NAMESPACE + method + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 200 && answer.statusCode() != 500) {
            throw new CallFailed("The request failed with HTTP status " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(url).timeout(patience).header("User-Agent", USER_AGENT);
    }

    private HttpResponse<String> send(HttpRequest request) throws CallFailed {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CallFailed("Unable to connect to " + url + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed("Interrupted while calling " + url, e);
        }
    }
}
