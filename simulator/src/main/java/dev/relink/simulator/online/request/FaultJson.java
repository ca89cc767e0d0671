package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Json;
import tools.jackson.databind.node.ObjectNode;

/** A fault in the API's envelope. */
public final class FaultJson {
    private FaultJson() {}

    /** @param inBatch there every error has an element, empty when nothing is at fault by name */
    public static ObjectNode of(Refusal refusal, boolean inBatch) {
        Code code = refusal.code();
        ObjectNode error = Json.object()
                .put("Message", code.message())
                .put("Detail", refusal.detail())
                .put("code", String.valueOf(code.number()));
        String element = refusal.element();
        if (element != null || inBatch) {
            error.put("element", element == null ? "" : element);
        }
        ObjectNode answer = Json.object();
        ObjectNode fault = answer.putObject("Fault");
        fault.putArray("Error").add(error);
        fault.put("type", code.faultType());
        return answer;
    }
}
