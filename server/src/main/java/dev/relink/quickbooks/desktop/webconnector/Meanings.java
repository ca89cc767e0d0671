package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.connector.StatusCode;

/** Says what a code of the request processor means, in a sentence with what to do. */
@FunctionalInterface
interface Meanings {

    String sentence(StatusCode code, String message);
}
