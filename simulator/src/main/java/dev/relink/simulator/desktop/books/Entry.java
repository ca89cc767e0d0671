package dev.relink.simulator.desktop.books;

import dev.relink.simulator.desktop.qbxml.Element;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A record of the books: what list elements and transactions have in common. */
public abstract sealed class Entry permits ListElement, Transaction {
    private final String id;
    private final Instant created;
    private Instant modified;
    private long editSequence;
    private Element fields;
    private final List<PrivateField> privateFields = new ArrayList<>(0);

    Entry(String id, Instant created, Element fields) {
        this.id = id;
        this.created = created;
        this.fields = fields;
        this.modified = created;
        this.editSequence = created.getEpochSecond();
    }

    /** Customer, Invoice ... */
    public abstract ObjectType type();

    /** ListID or TxnID. */
    public String id() {
        return id;
    }

    public Instant created() {
        return created;
    }

    public Instant modified() {
        return modified;
    }

    /** The epoch second of the last change, or one more than before when two changes fell into the same second. */
    public String editSequence() {
        return Long.toString(editSequence);
    }

    /** What was stored of it, named as in answers; references hold a ListID only. Computed fields are not in it. */
    public Element fields() {
        return fields;
    }

    /** Fields that applications added with DataExtAdd. */
    public List<PrivateField> privateFields() {
        return privateFields;
    }

    void replaceFields(Element newFields) {
        fields = newFields;
    }

    /** Marks it as changed. */
    public void touch(Instant now) {
        modified = now;
        editSequence = Math.max(now.getEpochSecond(), editSequence + 1);
    }

    void restore(Instant lastModified, long lastEditSequence) {
        modified = lastModified;
        editSequence = lastEditSequence;
    }
}
