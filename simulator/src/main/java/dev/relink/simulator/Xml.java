package dev.relink.simulator;

import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The one place where this module gets an XML parser: without DTDs and without external entities. */
public final class Xml {
    private static final XMLInputFactory READERS = readers();

    private Xml() {}

    /** A pull parser over {@code text}; a DTD in it is an error. */
    public static XMLStreamReader reader(Reader text) throws XMLStreamException {
        return READERS.createXMLStreamReader(text);
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are off: " + systemId);
        });
        return factory;
    }
}
