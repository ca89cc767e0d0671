package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Switches;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.QbxmlVersion;
import dev.relink.simulator.desktop.qbxml.Rule;

/**
 * One request and what it works on.
 *
 * @param iterators those of the session
 * @param atKeyboard a person in QuickBooks does it: their own windows do not lock them out, and rights are not asked
 * @param rule what the schema says of the request
 */
public record Call(
        Books books, Iterators iterators, QbxmlVersion version, boolean atKeyboard, Element request, Rule rule) {
    Switches switches() {
        return books.switches();
    }

    /** Whether a field that a Mod leaves out stays. A person changes what they touch and nothing else. */
    boolean keepsOmitted() {
        return atKeyboard || switches().omittedFieldStays;
    }

    /** Whether an empty element in a Mod clears the field. */
    boolean clearsEmpty() {
        return atKeyboard || switches().emptyElementClears;
    }
}
