package dev.relink.quickbooks.online.rest;

import dev.relink.platform.xml.XmlFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds a fault in a body: that of the API, that of the gateway (lower case), or either in XML. */
final class Faults {

    private Faults() {}

    /** @param body an object, or the text of what is no JSON */
    static Optional<Fault> in(@Nullable JsonNode body) {
        if (body == null) {
            return Optional.empty();
        }
        if (body.isString()) {
            return xml(body.asString());
        }
        var api = body.path("Fault").path("Error");
        return api.isArray()
                ? json(api, "Message", "Detail")
                : json(body.path("fault").path("error"), "message", "detail");
    }

    private static Optional<Fault> json(JsonNode errors, String message, String detail) {
        var said = new ArrayList<String>();
        String code = "";
        for (var error : errors) {
            code = code.isEmpty() ? error.path("code").asString("") : code;
            said.add(error.path(message).asString(""));
            said.add(error.path(detail).asString(""));
        }
        return fault(code, said);
    }

    private static Optional<Fault> fault(String code, ArrayList<String> said) {
        said.removeIf(String::isBlank);
        return code.isBlank() ? Optional.empty() : Optional.of(new Fault(code.strip(), String.join(" ", said)));
    }

    private static Optional<Fault> xml(String text) {
        if (!text.contains("<Error")) {
            return Optional.empty();
        }
        var said = new ArrayList<String>();
        String code = "";
        try {
            var xml = XmlFactory.read(new StringReader(text));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    code = read(xml, code, said);
                }
            }
        } catch (XMLStreamException cutOff) {
            return Optional.empty();
        }
        return fault(code, said);
    }

    private static String read(XMLStreamReader xml, String code, ArrayList<String> said) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "Error" -> {
                String here = xml.getAttributeValue(null, "code");
                return code.isEmpty() && here != null ? here : code;
            }
            case "Message", "Detail" -> said.add(xml.getElementText());
            default -> {}
        }
        return code;
    }
}
