package dev.relink.quickbooks.online.rest;

import dev.relink.company.CompanyId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Carries what a message set asks to QuickBooks Online, in one call or several, and brings the answers back. */
public interface Calls {

    /**
     * Makes the calls of a plan, as {@link OnlineConnector} wrote it. Never throws for what QuickBooks or the network does:
     * the answer document says it of each call.
     */
    Exchange exchange(CompanyId company, byte[] plan);

    /**
     * What came.
     *
     * @param answer the document that the connector reads
     * @param pause for how long no call shall be made now; zero where all is well
     * @param trouble why, in a sentence; null where all is well
     * @param isLimit the trouble is nothing but a limit of QuickBooks', which passes
     */
    record Exchange(byte[] answer, Duration pause, @Nullable String trouble, boolean isLimit) {}
}
