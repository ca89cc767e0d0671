package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.connector.Answer;
import dev.relink.connector.Connector.UnreadableAnswer;
import dev.relink.connector.Request;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An answer, read as it streams in: one response at a time, one row at a time. */
final class QbxmlAnswer implements Answer {

    private final Reader text;
    private final QbxmlReader xml;
    private final Map<String, Request> requests;
    private final @Nullable StatusCode setStatus;
    private final @Nullable String messageSetId;
    private Rows rows = Rows.NONE;
    private boolean atResponse;
    private boolean ended;

    QbxmlAnswer(Reader text, Map<String, Request> requests) {
        this.text = text;
        this.xml = new QbxmlReader(text);
        this.requests = requests;
        enter("QBXML");
        enter("QBXMLMsgsRs");
        var status = xml.attribute("messageSetStatusCode");
        this.setStatus = status == null ? null : StatusCode.desktop(status);
        this.messageSetId = xml.attribute("newMessageSetID");
    }

    private void enter(String element) {
        if (!xml.nextChild() || !xml.name().equals(element)) {
            throw new UnreadableAnswer("The answer has no " + element);
        }
    }

    @Override
    public @Nullable StatusCode setStatus() {
        return setStatus;
    }

    @Override
    public @Nullable String messageSetId() {
        return messageSetId;
    }

    @Override
    public boolean hasNext() {
        if (!atResponse && !ended) {
            rows.skip();
            atResponse = xml.nextChild();
            if (!atResponse) {
                ended = true;
                xml.end();
            }
        }
        return atResponse;
    }

    @Override
    public Response next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The answer has no further response");
        }
        atResponse = false;
        var request = requestOf(xml.attribute("requestID"), xml.name());
        return request instanceof Request.WhoseBooks whose ? books(whose) : response(request);
    }

    private Response response(Request request) {
        var status = status();
        var message = message();
        var iterator = "0".equals(xml.attribute("iteratorRemainingCount")) ? null : xml.attribute("iteratorID");
        rows = new Rows(xml, request);
        return new Response(request.id(), status, message, rows, iterator);
    }

    /** Three responses in one: the first failure counts. */
    private Response books(Request.WhoseBooks request) {
        var books = new BooksReader(xml);
        var status = status();
        var message = message();
        boolean more = true;
        while (more) {
            if (status.code().equals("0")) {
                status = status();
                message = message();
            }
            while (xml.nextChild()) {
                books.read();
            }
            rows = Rows.NONE;
            more = hasNext() && requests.size() > 0 && isPartOf(request);
            atResponse &= !more;
        }
        Iterator<Row> found = books.isComplete() && status.code().equals("0")
                ? List.<Row>of(books.books()).iterator()
                : Collections.emptyIterator();
        return new Response(request.id(), status, message, found, null);
    }

    private boolean isPartOf(Request.WhoseBooks request) {
        return requestOf(xml.attribute("requestID"), xml.name()).equals(request);
    }

    private StatusCode status() {
        var code = xml.attribute("statusCode");
        if (code == null) {
            throw new UnreadableAnswer(xml.name() + " has no statusCode");
        }
        return StatusCode.desktop(code);
    }

    private String message() {
        var message = xml.attribute("statusMessage");
        return message == null ? "" : message;
    }

    /** An answer without a request id belongs to the only request of its set, if there is only one. */
    private Request requestOf(@Nullable String id, String element) {
        var request = id == null ? null : requests.get(id);
        if (request == null
                && id != null
                && id.length() > 1
                && requests.get(id.substring(0, id.length() - 1)) instanceof Request.WhoseBooks whose) {
            request = whose;
        }
        if (request == null && id == null && requests.size() == 1) {
            request = requests.values().iterator().next();
        }
        if (request == null) {
            throw new UnreadableAnswer("%s answers request %s, which was not asked".formatted(element, id));
        }
        return request;
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
