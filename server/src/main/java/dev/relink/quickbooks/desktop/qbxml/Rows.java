package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.connector.Request;
import dev.relink.connector.Row;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of one response, read on demand. */
final class Rows implements Iterator<Row> {

    static final Rows NONE = new Rows();

    private final @Nullable QbxmlReader xml;
    private final @Nullable Request request;
    private boolean atRow;
    private boolean ended;

    Rows(QbxmlReader xml, Request request) {
        this.xml = xml;
        this.request = request;
    }

    private Rows() {
        this.xml = null;
        this.request = null;
        this.ended = true;
    }

    @Override
    public boolean hasNext() {
        while (xml != null && !atRow && !ended) {
            if (!xml.nextChild()) {
                ended = true;
            } else if (xml.name().endsWith("Ret")) {
                atRow = true;
            } else {
                xml.skip();
            }
        }
        return atRow;
    }

    @Override
    public Row next() {
        if (!hasNext() || xml == null) {
            throw new NoSuchElementException("The response has no further row");
        }
        atRow = false;
        return switch (request) {
            case Request.WholeList list -> new EntryReader(xml).entry(list.list());
            case Request.DeletedSince _ -> new EntryReader(xml).deleted();
            case null, default -> record(xml);
        };
    }

    private static Row record(QbxmlReader xml) {
        var shape = Node.SHAPES.get(xml.name());
        return shape == null ? new EntryReader(xml).entry(null) : new RecordReader(xml).read(shape);
    }

    /** Consumes what the caller did not take, up to the end of the response. */
    void skip() {
        if (xml != null && atRow) {
            xml.skip();
            atRow = false;
        }
        while (xml != null && !ended) {
            if (xml.nextChild()) {
                xml.skip();
            } else {
                ended = true;
            }
        }
    }
}
