package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.platform.Failure;
import dev.relink.quickbooks.desktop.webconnector.SoapFault.Code;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP for the Web Connector: POST is a SOAP call; GET answers 200, since the Web Connector probes the address before it
 * calls (anything else shows up there as QBWC1048).
 */
final class WebConnectorServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(WebConnectorServlet.class);

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\"; ]+)");

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Relink</title></head>
            <body><h1>Relink</h1><p>The QuickBooks Web Connector calls this address. Nothing needs to be done here:
            add the company's .qwc file to the Web Connector. <a href="/status-codes">What an error code means</a>.</p>
            </body></html>
            """;

    private final transient WebConnector connector;
    private final transient WebConnectorSettings settings;

    WebConnectorServlet(WebConnector connector, WebConnectorSettings settings) {
        this.connector = connector;
        this.settings = settings;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("wsdl".equalsIgnoreCase(request.getQueryString())) {
            write(response, 200, "text/xml;charset=utf-8", bytes(Wsdl.at(appUrl(request))));
        } else {
            write(response, 200, "text/html;charset=utf-8", bytes(PAGE));
        }
    }

    private String appUrl(HttpServletRequest request) {
        URI publicUrl = settings.publicUrl();
        return publicUrl == null
                ? request.getRequestURL().toString()
                : publicUrl.toString().replaceAll("/+$", "") + request.getRequestURI();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            write(response, 415, "text/plain;charset=utf-8", bytes("Send the call as it is, not as " + encoding + "."));
            return;
        }
        try {
            write(response, 200, "text/xml;charset=utf-8", answer(request));
        } catch (LimitedBody.TooLarge e) {
            write(response, 413, "text/plain;charset=utf-8", bytes(String.valueOf(e.getMessage())));
        } catch (SoapFault fault) {
            write(response, 500, "text/xml;charset=utf-8", SoapWriter.fault(fault));
        }
    }

    private byte[] answer(HttpServletRequest request) throws LimitedBody.TooLarge {
        try {
            var body = new LimitedBody(request.getInputStream(), request.getContentLengthLong());
            var call = CallReader.read(body, charset(request), settings.largestCall(), settings.largestAnswer());
            return SoapWriter.answer(call.operation(), connector.answer(call, new Caller(request.getRemoteAddr())));
        } catch (LimitedBody.TooLarge | SoapFault e) {
            throw e;
        } catch (IOException e) {
            throw new SoapFault(Code.CLIENT, "This call is not well-formed: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw new SoapFault(Code.SERVER, Failure.of(e).told(LOG, "A call of the Web Connector failed"), e);
        }
    }

    /**
     * The transport's word counts before the declaration's (RFC 7303). From the header itself: a filter may have set the
     * request's own idea of it.
     */
    private static @Nullable String charset(HttpServletRequest request) {
        Matcher named = CHARSET.matcher(Objects.requireNonNullElse(request.getContentType(), ""));
        if (!named.find()) {
            return null;
        }
        String charset = named.group(1);
        try {
            return Charset.forName(charset).name();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new SoapFault(Code.CLIENT, "The character set \"" + charset + "\" is not known here: send UTF-8.", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
