package dev.relink.quickbooks.desktop.webconnector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks SOAP as the Web Connector does, by string and socket: shares nothing with the code under test. */
final class SoapClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI uri;

    SoapClient(URI uri) {
        this.uri = uri;
    }

    record Answer(int status, String body) {

        /** The text of every {@code <string>}, or of the result. */
        List<String> strings() {
            List<String> strings = new ArrayList<>();
            Matcher matcher =
                    Pattern.compile("<string>(.*?)</string>", Pattern.DOTALL).matcher(body);
            while (matcher.find()) {
                strings.add(unescaped(matcher.group(1)));
            }
            return strings;
        }

        String result() {
            return between("<\\w+Result>(.*)</\\w+Result>");
        }

        String fault() {
            return between("<faultstring>(.*)</faultstring>");
        }

        private String between(String pattern) {
            Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(body);
            if (!matcher.find()) {
                throw new AssertionError(status + " " + body);
            }
            return unescaped(matcher.group(1));
        }

        private static String unescaped(String text) {
            return text.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&#13;", "\r")
                    .replace("&amp;", "&");
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** @param parameters name, value, name, value ... */
    static String envelope(String operation, String... parameters) {
        var body = new StringBuilder("<" + operation + " xmlns=\"http://developer.intuit.com/\">");
        for (int i = 0; i < parameters.length; i += 2) {
            String name = parameters[i];
            body.append("<" + name + ">" + escaped(parameters[i + 1]) + "</" + name + ">");
        }
        return envelopeAround(body + "</" + operation + ">");
    }

    static String envelopeAround(String body) {
        return """
                <?xml version="1.0" encoding="utf-8"?><soap:Envelope\
                 xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"\
                 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">\
                <soap:Body>%s</soap:Body></soap:Envelope>""".formatted(body);
    }

    Answer call(String operation, String... parameters) {
        return post(envelope(operation, parameters));
    }

    Answer post(String body, String... headers) {
        return post(HttpRequest.BodyPublishers.ofString(body), headers);
    }

    Answer post(HttpRequest.BodyPublisher body, String... headers) {
        var request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).POST(body);
        if (!String.join(" ", headers).contains("Content-Type")) {
            request.header("Content-Type", "text/xml; charset=utf-8");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer authenticate(String userName, String password) {
        return call("authenticate", "strUserName", userName, "strPassword", password);
    }

    Answer sendRequest(String ticket, String hcp) {
        return call(
                "sendRequestXML",
                "ticket",
                ticket,
                "strHCPResponse",
                hcp,
                "strCompanyFileName",
                "C:\\Books\\Acme.qbw",
                "qbXMLCountry",
                "US",
                "qbXMLMajorVers",
                "13",
                "qbXMLMinorVers",
                "0");
    }

    Answer receive(String ticket, String response) {
        return receive(ticket, response, "", "");
    }

    Answer receive(String ticket, String response, String hresult, String message) {
        return call(
                "receiveResponseXML", "ticket", ticket, "response", response, "hresult", hresult, "message", message);
    }

    Answer lastError(String ticket) {
        return call("getLastError", "ticket", ticket);
    }

    Answer connectionError(String ticket, String hresult) {
        return call("connectionError", "ticket", ticket, "hresult", hresult, "message", "Could not start QuickBooks.");
    }

    Answer close(String ticket) {
        return call("closeConnection", "ticket", ticket);
    }
}
