package dev.relink.simulator.webconnector;

import java.time.Instant;

/**
 * One question and its answer, as they travelled.
 *
 * @param what the SOAP method, or {@code ProcessRequest} for the qbXML that went to QuickBooks
 * @param sent the whole text; the password of {@code authenticate} is left out
 * @param received the whole text, or {@code ""} when nothing came back
 */
public record Exchange(Instant at, String what, String sent, String received) {}
