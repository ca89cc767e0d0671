package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.connector.Known;
import dev.relink.connector.MessageSet;
import dev.relink.connector.Request;
import dev.relink.entity.EntityType;
import dev.relink.entity.EntityTypes;
import dev.relink.entity.Form;
import dev.relink.entity.Removal;
import dev.relink.entity.Values;
import dev.relink.quickbooks.desktop.qbxml.AsciiXml.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes message sets. Element order is strict: one element out of place fails the whole set with 0x80040400. */
final class QbxmlWriter {

    private record Compiled(FieldsWriter add, FieldsWriter mod) {}

    private static final Map<Form, Compiled> FORMS = compile();
    private static final Tag LIST_ID = Tag.of("ListID");
    private static final Tag TXN_ID = Tag.of("TxnID");
    private static final Tag EDIT_SEQUENCE = Tag.of("EditSequence");
    private static final Tag IS_ACTIVE = Tag.of("IsActive");

    private final AsciiXml out = new AsciiXml();
    private final String version;
    private final int major;

    private QbxmlWriter(String version) {
        this.version = version;
        this.major = Integer.parseInt(version.replaceFirst("^[A-Za-z]{2}", "").replaceFirst("\\..*", ""));
    }

    private static Map<Form, Compiled> compile() {
        var compiled = new HashMap<Form, Compiled>();
        for (var type : EntityTypes.all()) {
            for (var form : type.forms()) {
                compiled.put(
                        form,
                        new Compiled(
                                new FieldsWriter(form.slots(), Verb.ADD), new FieldsWriter(form.slots(), Verb.MOD)));
            }
        }
        return compiled;
    }

    static byte[] write(MessageSet set, String version) {
        return new QbxmlWriter(version).write(set);
    }

    private byte[] write(MessageSet set) {
        out.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<?qbxml version=\"" + version + "\"?>\n<QBXML>");
        out.raw("<QBXMLMsgsRq onError=\"continueOnError\"");
        if (set.id() != null) {
            out.attribute("newMessageSetID", set.id());
        }
        if (set.previous() != null) {
            out.attribute("oldMessageSetID", set.previous());
        }
        out.raw(">\n");
        for (var request : set.requests()) {
            switch (request) {
                case Request.Add add -> add(add);
                case Request.Modify modify -> modify(modify);
                case Request.Remove remove -> remove(remove);
                case Request.Read read -> new QueryWriter(out, read.id()).write(read);
            }
        }
        return out.raw("</QBXMLMsgsRq></QBXML>\n").toByteArray();
    }

    private void add(Request.Add add) {
        var form = add.type().form(add.values());
        var context = new FieldsWriter.Context(major, add.marker(), List.of());
        start(form.element() + "Add", add.id());
        compiled(form).add().write(out, add.values(), context);
        end(form.element() + "Add");
    }

    private void modify(Request.Modify modify) {
        var form = modify.type().form(modify.values());
        var context = new FieldsWriter.Context(major, null, modify.known().lines());
        start(form.element() + "Mod", modify.id());
        identify(modify.type(), modify.known());
        compiled(form).mod().write(out, modify.values(), context);
        end(form.element() + "Mod");
    }

    private void remove(Request.Remove remove) {
        switch (remove.removal()) {
            case VOID -> end("TxnVoid", "TxnVoidType", remove);
            case DELETE -> {
                if (remove.type().isList()) {
                    end("ListDel", "ListDelType", remove);
                } else {
                    end("TxnDel", "TxnDelType", remove);
                }
            }
            case DEACTIVATE, REACTIVATE -> activate(remove);
        }
    }

    private void end(String request, String typeElement, Request.Remove remove) {
        out.raw("<" + request + "Rq").attribute("requestID", remove.id()).raw(">");
        out.leaf(typeElement, elementOf(remove.type(), remove.values()));
        out.leaf(remove.type().isList() ? LIST_ID : TXN_ID, remove.known().quickbooksId());
        out.raw("</" + request + "Rq>\n");
    }

    private void activate(Request.Remove remove) {
        var element = elementOf(remove.type(), remove.values()) + "Mod";
        start(element, remove.id());
        identify(remove.type(), remove.known());
        out.leaf(IS_ACTIVE, Boolean.toString(remove.removal() == Removal.REACTIVATE));
        end(element);
    }

    private static String elementOf(EntityType type, Values values) {
        return type.form(values).element();
    }

    private void identify(EntityType type, Known known) {
        out.leaf(type.isList() ? LIST_ID : TXN_ID, known.quickbooksId()).leaf(EDIT_SEQUENCE, known.editToken());
    }

    private void start(String element, String requestId) {
        out.raw("<" + element + "Rq").attribute("requestID", requestId).raw("><" + element + ">");
    }

    private void end(String element) {
        out.raw("</" + element + "></" + element + "Rq>\n");
    }

    private static Compiled compiled(Form form) {
        var compiled = FORMS.get(form);
        if (compiled == null) {
            throw new IllegalArgumentException(form.element() + " belongs to no entity type");
        }
        return compiled;
    }
}
