package dev.relink.quickbooks.desktop.webconnector;

import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLStreamReader;

/** The usual case: the ticket stood before the answer, so the answer is read straight from the connection. */
final class StreamedAnswer implements ArrivingAnswer {

    private final ElementText text;
    private final Parameters parameters;

    /** @param xml stands at the start tag of the answer */
    StreamedAnswer(XMLStreamReader xml, Parameters parameters) {
        this.text = new ElementText(xml);
        this.parameters = parameters;
    }

    @Override
    public Reader text() {
        return text;
    }

    @Override
    public Refusal refusal() throws IOException {
        text.skip();
        parameters.readAll();
        return Refusal.of(parameters);
    }

    @Override
    public void close() {}
}
