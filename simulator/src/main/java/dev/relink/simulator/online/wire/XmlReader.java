package dev.relink.simulator.online.wire;

import dev.relink.simulator.online.books.Json;
import dev.relink.simulator.online.books.Kind;
import dev.relink.simulator.online.books.Property;
import dev.relink.simulator.online.books.Schema;
import dev.relink.simulator.online.request.Code;
import dev.relink.simulator.online.request.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a body that came as XML into the tree that the same body would be in JSON. */
final class XmlReader {
    private XmlReader() {}

    /** @param type of the body, {@code ""} for a batch */
    static JsonNode read(byte[] body, String type) {
        Element root = root(body);
        return type.isEmpty() ? batch(root) : object(type, root);
    }

    private static Element root(byte[] body) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getDocumentElement();
        } catch (SAXException e) {
            throw new Refusal(Code.UNSUPPORTED_PROPERTY, "Property Name:" + e.getMessage(), null);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode batch(Element root) {
        ObjectNode batch = Json.object();
        ArrayNode items = batch.putArray("BatchItemRequest");
        for (Element each : children(root)) {
            ObjectNode item = items.addObject();
            for (String attribute : List.of("bId", "operation", "optionsData")) {
                if (each.hasAttribute(attribute)) {
                    item.put(attribute, each.getAttribute(attribute));
                }
            }
            for (Element child : children(each)) {
                boolean query = child.getLocalName().equals("Query");
                item.set(
                        child.getLocalName(),
                        query ? item.stringNode(child.getTextContent()) : object(child.getLocalName(), child));
            }
        }
        return batch;
    }

    private static ObjectNode object(String type, Element element) {
        ObjectNode object = Json.object();
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            if (!name.startsWith("xmlns") && !name.contains(":")) {
                object.put(name, attributes.item(i).getNodeValue());
            }
        }
        for (Element child : children(element)) {
            Property property = Schema.published().find(type, child.getLocalName());
            JsonNode value = property == null ? object.stringNode(child.getTextContent()) : value(property, child);
            add(object, child.getLocalName(), property != null && property.list(), value);
        }
        return object;
    }

    private static void add(ObjectNode object, String name, boolean list, JsonNode value) {
        if (list) {
            ArrayNode several = object.path(name) instanceof ArrayNode already ? already : object.putArray(name);
            several.add(value);
        } else {
            object.set(name, value);
        }
    }

    private static JsonNode value(Property property, Element element) {
        String text = Objects.requireNonNullElse(element.getTextContent(), "").strip();
        if (property.kind() == Kind.OBJECT) {
            return object(property.type(), element);
        }
        return property.kind() == Kind.REF ? Json.ref(text) : Json.object().stringNode(text);
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
