package dev.relink.simulator.webconnector;

import dev.relink.simulator.Xml;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a message set asks for, as far as the log tells it. A text that is no XML counts as an empty set. */
record MessageSet(List<Asked> requests) {
    /** @param name what a person would call the record, or {@code ""} */
    record Asked(String request, String name) {
        boolean isRead() {
            return request.endsWith("Query");
        }
    }

    /** Names that people know a record by, best first. */
    private static final List<String> NAMES = List.of("Name", "RefNumber", "FullName", "ListID", "TxnID");

    static MessageSet read(String qbxml) {
        try {
            return new MessageSet(requests(Xml.reader(new StringReader(qbxml))));
        } catch (XMLStreamException e) {
            return new MessageSet(List.of());
        }
    }

    boolean writes() {
        return requests.stream().anyMatch(asked -> !asked.isRead());
    }

    int reads() {
        return (int) requests.stream().filter(Asked::isRead).count();
    }

    /** "9 look-ups, 15 writes". */
    String inWords() {
        int reads = reads();
        int writes = requests.size() - reads;
        var parts = new ArrayList<String>();
        if (reads > 0) {
            parts.add(count(reads, "look-up"));
        }
        if (writes > 0) {
            parts.add(count(writes, "write"));
        }
        return parts.isEmpty() ? "status of a message set" : String.join(", ", parts);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static List<Asked> requests(XMLStreamReader xml) throws XMLStreamException {
        var requests = new ArrayList<Asked>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().endsWith("Rq")
                    && !xml.getLocalName().equals("QBXMLMsgsRq")) {
                requests.add(request(xml));
            }
        }
        return List.copyOf(requests);
    }

    private static Asked request(XMLStreamReader xml) throws XMLStreamException {
        String element = xml.getLocalName();
        Map<Integer, String> names = new TreeMap<>();
        String inside = "";
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                return new Asked(
                        element.substring(0, element.length() - 2),
                        names.values().stream().findFirst().orElse(""));
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside = xml.getLocalName();
            }
            if (event == XMLStreamConstants.CHARACTERS && NAMES.contains(inside)) {
                names.putIfAbsent(NAMES.indexOf(inside), xml.getText());
                inside = "";
            }
        }
    }
}
