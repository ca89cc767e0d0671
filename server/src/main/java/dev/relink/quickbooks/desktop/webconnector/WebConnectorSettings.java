package dev.relink.quickbooks.desktop.webconnector;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a server takes from Web Connectors, and where they reach it.
 *
 * @param largestCall bytes of any call that carries no answer of QuickBooks
 * @param largestAnswer bytes of a call that carries one
 * @param publicUrl without a path; null: by the address of the request
 */
record WebConnectorSettings(
        long largestCall, long largestAnswer, @Nullable URI publicUrl) {

    private static final long MEGABYTE = 1 << 20;

    static WebConnectorSettings at(@Nullable URI publicUrl) {
        return new WebConnectorSettings(MEGABYTE, 512 * MEGABYTE, publicUrl);
    }
}
