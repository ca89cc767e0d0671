package dev.relink.quickbooks.online.oauth;

import java.net.URI;
import org.springframework.web.util.HtmlUtils;

/**
 * A page that goes on to Intuit by itself. No redirect, since our pages let no form lead to another site
 * (Content-Security-Policy, form-action), also not by way of one.
 */
final class Departure {

    private Departure() {}

    static String to(URI intuit) {
        String address = HtmlUtils.htmlEscape(intuit.toString());
        return """
                <!doctype html>
                <html lang="en">
                <head>
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <meta name="color-scheme" content="light dark">
                    <meta http-equiv="refresh" content="0; url=%s">
                    <title>On the way to QuickBooks · Relink</title>
                    <link rel="icon" href="data:,">
                </head>
                <body><main><h1>On the way to QuickBooks</h1><p><a href="%s">Go on to QuickBooks</a></p></main></body>
                </html>
                """.formatted(address, address);
    }
}
