package dev.relink.quickbooks.online.rest;

import tools.jackson.databind.JsonNode;

/**
 * What was answered to one request, or to a part of it.
 *
 * @param body the item of a batch, or the whole body
 * @param more further pages follow
 */
record Piece(String requestId, JsonNode body, Fault fault, boolean more) {

    boolean isFault() {
        return fault != Fault.NONE_SAID;
    }
}
