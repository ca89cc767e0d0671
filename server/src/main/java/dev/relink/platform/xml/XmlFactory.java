package dev.relink.platform.xml;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * Makes every XML parser of the server: streaming, without document types and external entities.
 *
 * <p>Woodstox and not the JDK's own: QuickBooks' answers arrive as escaped text, and the JDK counts each {@code &lt;} as
 * an entity, so that it refuses an answer after 100,000 of them and hands out one event for each.
 */
public final class XmlFactory {

    private static final XMLInputFactory INPUT = safe();

    private XmlFactory() {}

    private static XMLInputFactory safe() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.getConfig().setMaxElementDepth(100);
        factory.getConfig().setMaxAttributesPerElement(100);
        factory.getConfig().setMaxAttributeSize(10_000);
        return factory;
    }

    /** Reads text that was decoded already; an encoding named in its declaration is ignored. */
    public static XMLStreamReader read(Reader text) throws XMLStreamException {
        return new WithoutDocumentType(INPUT.createXMLStreamReader(text));
    }

    /** @param charset as the transport named it; null: by byte order mark and declaration, else UTF-8 */
    public static XMLStreamReader read(InputStream bytes, @Nullable String charset) throws XMLStreamException {
        return new WithoutDocumentType(
                charset == null ? INPUT.createXMLStreamReader(bytes) : INPUT.createXMLStreamReader(bytes, charset));
    }

    private static final class WithoutDocumentType extends StreamReaderDelegate {

        WithoutDocumentType(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == DTD) {
                throw new XMLStreamException("A document type (<!DOCTYPE ...>) is not allowed here", getLocation());
            }
            return event;
        }

        /** By {@link #next}, so that the document type is seen here too. */
        @Override
        public int nextTag() throws XMLStreamException {
            int event = next();
            while (event != START_ELEMENT && event != END_ELEMENT) {
                if (event != SPACE && event != COMMENT && event != PROCESSING_INSTRUCTION && !isWhiteSpace()) {
                    throw new XMLStreamException("Text stands where an element should", getLocation());
                }
                event = next();
            }
            return event;
        }
    }
}
