package dev.relink.simulator.webconnector;

import dev.relink.simulator.Xml;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What QuickBooks answered to each request of a message set, as far as the log tells it. */
record Answers(List<Answered> answers) {
    record Answered(String request, String code, String severity) {
        boolean isRefusal() {
            return severity.equals("Error");
        }

        boolean isRead() {
            return request.endsWith("Query");
        }
    }

    static Answers read(String qbxml) {
        try {
            return new Answers(answers(Xml.reader(new StringReader(qbxml))));
        } catch (XMLStreamException e) {
            return new Answers(List.of());
        }
    }

    private static List<Answered> answers(XMLStreamReader xml) throws XMLStreamException {
        var answers = new ArrayList<Answered>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                String element = xml.getLocalName();
                String code = xml.getAttributeValue(null, "statusCode");
                if (element.endsWith("Rs") && code != null) {
                    String severity = Objects.requireNonNullElse(xml.getAttributeValue(null, "statusSeverity"), "");
                    answers.add(new Answered(element.substring(0, element.length() - 2), code, severity));
                }
            }
        }
        return List.copyOf(answers);
    }
}
