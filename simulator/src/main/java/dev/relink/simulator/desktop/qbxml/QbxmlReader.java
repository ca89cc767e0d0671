package dev.relink.simulator.desktop.qbxml;

import dev.relink.simulator.Xml;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads qbXML: first that it is XML at all, then its version, then its structure. */
public final class QbxmlReader {
    private static final Set<String> SET_ATTRIBUTES =
            Set.of("onError", "newMessageSetID", "oldMessageSetID", "responseData");
    private static final Set<String> ON_ERROR = Set.of("stopOnError", "continueOnError", "rollbackOnError");

    private QbxmlReader() {}

    /**
     * Reads a message set.
     *
     * @param supported the versions that this QuickBooks knows
     * @throws StructureError if it is not XML, or not of the schema
     * @throws UnsupportedVersion if its version is none of {@code supported}
     */
    public static MessageSet messageSet(String text, Collection<QbxmlVersion> supported)
            throws StructureError, UnsupportedVersion {
        Document document = parse(text);
        QbxmlVersion version = version(document.version, supported);
        Element root = document.root;
        if (!root.name().equals("QBXML")
                || root.children().size() != 1
                || !root.children().getFirst().name().equals("QBXMLMsgsRq")) {
            throw new StructureError("the root must be QBXML with one QBXMLMsgsRq in it");
        }
        return messageSet(root.children().getFirst(), version);
    }

    /** Reads any XML text into a tree. */
    public static Element tree(String text) throws StructureError {
        return parse(text).root;
    }

    private static MessageSet messageSet(Element messages, QbxmlVersion version) throws StructureError {
        String onError = messages.attribute("onError");
        String responseData = messages.attribute("responseData");
        if (!SET_ATTRIBUTES.containsAll(messages.attributes().keySet())) {
            throw new StructureError("QBXMLMsgsRq has an unknown attribute");
        }
        if (onError == null || !ON_ERROR.contains(onError)) {
            throw new StructureError("onError must be one of " + ON_ERROR);
        }
        for (Element request : messages.children()) {
            Grammar.check(request, version);
        }
        return new MessageSet(
                version,
                onError,
                messages.attribute("newMessageSetID"),
                messages.attribute("oldMessageSetID"),
                !"includeNone".equals(responseData),
                messages.children());
    }

    private static QbxmlVersion version(@Nullable String text, Collection<QbxmlVersion> supported)
            throws UnsupportedVersion {
        try {
            QbxmlVersion version = text == null ? null : QbxmlVersion.parse(text);
            if (version != null && supported.contains(version)) {
                return version;
            }
        } catch (NumberFormatException _) {
            // not even a version: refused as any unknown one
        }
        throw new UnsupportedVersion(text == null ? "" : text);
    }

    private record Document(@Nullable String version, Element root) {}

    private static Document parse(String text) throws StructureError {
        try {
            XMLStreamReader reader = Xml.reader(new StringReader(text));
            try {
                return document(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw new StructureError("not well-formed XML: " + e.getMessage());
        }
    }

    private static Document document(XMLStreamReader reader) throws XMLStreamException, StructureError {
        String version = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    if (reader.getPITarget().equals("qbxml")) {
                        version = versionIn(reader.getPIData());
                    }
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    Element root = element(reader);
                    while (reader.hasNext()) {
                        reader.next(); // what follows the root must be well formed too
                    }
                    return new Document(version, root);
                }
                default -> {
                    // comments and blanks before the root
                }
            }
        }
        throw new StructureError("there is no element in the text");
    }

    private static @Nullable String versionIn(@Nullable String instruction) {
        if (instruction == null) {
            return null;
        }
        int from = instruction.indexOf('"') + 1;
        int to = instruction.indexOf('"', from);
        return from > 0 && to > from ? instruction.substring(from, to) : null;
    }

    private static Element element(XMLStreamReader reader) throws XMLStreamException {
        Deque<Element> open = new ArrayDeque<>();
        Element root = start(reader);
        open.push(root);
        while (!open.isEmpty()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Element child = start(reader);
                    open.element().add(child);
                    open.push(child);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    Element element = open.element();
                    element.text(element.text() + reader.getText());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Element element = open.pop();
                    if (!element.children().isEmpty()) {
                        element.text("");
                    }
                }
                default -> {
                    // comments and the like carry nothing
                }
            }
        }
        return root;
    }

    private static Element start(XMLStreamReader reader) {
        Element element = new Element(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.with(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return element;
    }
}
