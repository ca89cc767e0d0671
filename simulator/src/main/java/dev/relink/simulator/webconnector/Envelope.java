package dev.relink.simulator.webconnector;

import dev.relink.simulator.Xml;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** SOAP 1.1, document/literal wrapped, byte for byte as the Web Connector 2.2 and 2.3 write it. */
final class Envelope {
    static final String NAMESPACE = "http://developer.intuit.com/";

    private static final String OPEN = """
            <?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soap:Body>""";

    private static final String CLOSE = "</soap:Body></soap:Envelope>";

    private Envelope() {}

    static String of(Call call) {
        var body = new StringBuilder("<" + call.method() + " xmlns=\"" + NAMESPACE + "\"");
        if (call.parameters().isEmpty()) {
            return OPEN + body + " />" + CLOSE;
        }
        body.append('>');
        call.parameters().forEach(parameter -> append(body, parameter));
        return OPEN + body + "</" + call.method() + ">" + CLOSE;
    }

    private static void append(StringBuilder body, Call.Parameter parameter) {
        if (parameter.value().isEmpty()) {
            body.append('<').append(parameter.name()).append(" />");
            return;
        }
        body.append('<').append(parameter.name()).append('>');
        body.append(escaped(parameter.value()));
        body.append("</").append(parameter.name()).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#xD;");
    }

    /**
     * What the service returned: one string, or for {@code authenticate} two to four.
     *
     * @throws CallFailed when the text is no SOAP, is a fault, or answers in another namespace or to another method
     */
    static List<String> results(String method, String soap) throws CallFailed {
        try {
            return read(method, Xml.reader(new StringReader(soap)));
        } catch (XMLStreamException e) {
            throw new CallFailed("Response is not well-formed XML.", e);
        }
    }

    private static List<String> read(String method, XMLStreamReader xml) throws XMLStreamException, CallFailed {
        boolean answered = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (name.equals("faultstring")) {
                throw new CallFailed(xml.getElementText());
            }
            if (!NAMESPACE.equals(xml.getNamespaceURI())) {
                continue;
            }
            if (name.equals(method + "Result")) {
                return result(xml);
            }
            answered |= name.equals(method + "Response");
        }
        if (!answered) {
            throw new CallFailed("The answer holds no " + method + "Response in the namespace " + NAMESPACE);
        }
        return List.of("");
    }

    private static List<String> result(XMLStreamReader xml) throws XMLStreamException {
        var strings = new ArrayList<String>();
        var text = new StringBuilder();
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                strings.add(xml.getElementText());
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
            event = xml.next();
        }
        return strings.isEmpty() ? List.of(text.toString()) : List.copyOf(strings);
    }
}
