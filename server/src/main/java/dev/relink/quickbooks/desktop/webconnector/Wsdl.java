package dev.relink.quickbooks.desktop.webconnector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The service's contract, with our address in it. */
final class Wsdl {

    private static final String PLACEHOLDER = "@APP_URL@";

    private Wsdl() {}

    /** @param appUrl where the Web Connector calls us */
    static String at(String appUrl) {
        String url = appUrl.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return text().replace(PLACEHOLDER, url);
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(Wsdl.class.getResourceAsStream("QBWebConnectorSvc.wsdl"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
