package dev.relink.simulator.online.wire;

import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.books.Kind;
import dev.relink.simulator.online.books.Property;
import dev.relink.simulator.online.books.Schema;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.JsonNode;

/** Writes an answer as XML: the same names, properties in the order of the schema, references with their name as attribute. */
final class XmlWriter {
    private static final String NAMESPACE = "http://schema.intuit.com/finance/v3";
    private static final List<String> PAGE = List.of("startPosition", "maxResults", "totalCount");

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private XmlWriter() throws XMLStreamException {
        this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
    }

    static String write(String json) {
        try {
            var writer = new XmlWriter();
            writer.document(Json.read(json));
            return writer.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the answer cannot be written as XML: " + json, e);
        }
    }

    private void document(JsonNode body) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("IntuitResponse");
        xml.writeDefaultNamespace(NAMESPACE);
        JsonNode time = body.path("time");
        if (!time.isMissingNode()) {
            xml.writeAttribute(
                    "time",
                    time.isNumber() ? Instant.ofEpochMilli(time.asLong()).toString() : time.asString());
        }
        content(body);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void content(JsonNode body) throws XMLStreamException {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "Fault" -> fault(value, "Error", "Message", "Detail");
                case "fault" -> fault(value, "error", "message", "detail");
                case "QueryResponse" -> page(value);
                case "BatchItemResponse" -> items(value);
                case "CDCResponse" -> changes(value);
                default -> entities(field.getKey(), value);
            }
        }
    }

    private void entities(String type, JsonNode value) throws XMLStreamException {
        for (JsonNode each : value.isArray() ? value : List.of(value)) {
            if (each.isObject() && !Schema.published().of(type).isEmpty()) {
                object(type, type, each);
            }
        }
    }

    private void page(JsonNode page) throws XMLStreamException {
        xml.writeStartElement("QueryResponse");
        for (String attribute : PAGE) {
            if (page.has(attribute)) {
                xml.writeAttribute(attribute, page.path(attribute).asString());
            }
        }
        content(page);
        xml.writeEndElement();
    }

    private void items(JsonNode items) throws XMLStreamException {
        for (JsonNode item : items) {
            xml.writeStartElement("BatchItemResponse");
            xml.writeAttribute("bId", item.path("bId").asString(""));
            content(item);
            xml.writeEndElement();
        }
    }

    private void changes(JsonNode changes) throws XMLStreamException {
        xml.writeStartElement("CDCResponse");
        for (JsonNode page : changes.path(0).path("QueryResponse")) {
            page(page);
        }
        xml.writeEndElement();
    }

    private void fault(JsonNode fault, String error, String message, String detail) throws XMLStreamException {
        xml.writeStartElement("Fault");
        xml.writeAttribute("type", fault.path("type").asString(""));
        for (JsonNode each : fault.path(error)) {
            xml.writeStartElement("Error");
            xml.writeAttribute("code", each.path("code").asString(""));
            if (!each.path("element").asString("").isEmpty()) {
                xml.writeAttribute("element", each.path("element").asString());
            }
            text("Message", each.path(message).asString(""));
            text("Detail", each.path(detail).asString(""));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void object(String name, String type, JsonNode object) throws XMLStreamException {
        xml.writeStartElement(name);
        var properties = Schema.published().of(type).values();
        for (Property property : properties) {
            if (property.attribute() && object.has(property.name())) {
                xml.writeAttribute(property.name(), object.path(property.name()).asString());
            }
        }
        for (Property property : properties) {
            JsonNode value = object.path(property.name());
            if (!property.attribute() && !value.isMissingNode() && !value.isNull()) {
                for (JsonNode each : value.isArray() ? value : List.of(value)) {
                    value(property, each);
                }
            }
        }
        xml.writeEndElement();
    }

    private void value(Property property, JsonNode value) throws XMLStreamException {
        if (property.kind() == Kind.OBJECT) {
            object(property.name(), property.type(), value);
        } else if (property.kind() == Kind.REF) {
            xml.writeStartElement(property.name());
            if (value.has("name")) {
                xml.writeAttribute("name", value.path("name").asString());
            }
            xml.writeCharacters(value.path("value").asString(""));
            xml.writeEndElement();
        } else if (property.kind() != Kind.ANY) {
            text(property.name(), value.isNumber() ? value.decimalValue().toPlainString() : value.asString(""));
        }
    }

    private void text(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
