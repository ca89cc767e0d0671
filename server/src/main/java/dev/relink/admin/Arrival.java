package dev.relink.admin;

import dev.relink.catalogue.Decision;
import dev.relink.catalogue.Decoded;

/** On which leg a status code arrives, and in answer to what: the first thing that tells one kind of trouble from another. */
final class Arrival {

    private static final String OUR_OWN = "relink-";

    private Arrival() {}

    /** One sentence for people. */
    static String of(Decoded decoded) {
        if (decoded.code().code().startsWith(OUR_OWN)) {
            return "Relink itself; QuickBooks did not say it.";
        }
        return switch (decoded.code().platform()) {
            case DESKTOP -> "QuickBooks’ answer, which the Web Connector brings, to " + request(decoded) + ".";
            case ONLINE -> "QuickBooks Online’s answer over the internet, to " + request(decoded) + ".";
            case HRESULT ->
                "The leg between the Web Connector and QuickBooks, in place of an answer: it speaks of all that was sent"
                        + " together, not of one record.";
            case WEB_CONNECTOR ->
                "The Web Connector’s window and its log: it speaks of the whole run, not of one record.";
        };
    }

    private static String request(Decoded decoded) {
        return switch (decoded.family()) {
            case STALE -> "a change or a deletion";
            case NAME_CLASH -> "a creation, or a change of a name or number";
            case MISSING_LINK ->
                decoded.outcome() == Decision.NOT_THERE
                        ? "a change, a deletion or a question by its ID"
                        : "a creation or a change";
            case MISSING_PARENT, MISSING_MAPPING, VALIDATION -> "a creation or a change";
            case IN_USE, CLOSED_PERIOD -> "a creation, a change or a deletion";
            case CONNECTION, PERMISSION, FEATURE, LIMIT, UNCERTAIN, AUTHORISATION, NOT_PROCESSED, OK, OURS, UNKNOWN ->
                "any request";
        };
    }
}
