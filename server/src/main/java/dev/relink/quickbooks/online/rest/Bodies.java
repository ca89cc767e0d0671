package dev.relink.quickbooks.online.rest;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds objects in a body: alone, in the answer to a query, or among changes. */
final class Bodies {

    private Bodies() {}

    /** @param object such as {@code Invoice} */
    static Stream<JsonNode> objects(JsonNode body, String object) {
        var single = body.path(object);
        return single.isObject()
                ? Stream.of(single)
                : body.path("QueryResponse").path(object).valueStream();
    }

    /** Rows of a query; 0 for another body. */
    static int count(JsonNode body) {
        return body.path("QueryResponse")
                .valueStream()
                .filter(JsonNode::isArray)
                .mapToInt(JsonNode::size)
                .sum();
    }

    static Stream<JsonNode> changes(JsonNode body, String object) {
        return groups(body).flatMap(group -> group.path(object).valueStream());
    }

    static int countOfChanges(JsonNode body) {
        return groups(body)
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isArray)
                .mapToInt(JsonNode::size)
                .sum();
    }

    private static Stream<JsonNode> groups(JsonNode body) {
        return body.path("CDCResponse")
                .valueStream()
                .flatMap(answer -> answer.path("QueryResponse").valueStream());
    }
}
