package dev.relink.simulator.desktop;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Entry;
import dev.relink.simulator.desktop.books.ListElement;
import dev.relink.simulator.desktop.books.ListElement.Heading;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.Grammar;
import dev.relink.simulator.desktop.qbxml.QbxmlVersion;
import dev.relink.simulator.desktop.qbxml.Rule;
import dev.relink.simulator.desktop.request.Call;
import dev.relink.simulator.desktop.request.Form;
import dev.relink.simulator.desktop.request.Iterators;
import dev.relink.simulator.desktop.request.RequestFailed;
import dev.relink.simulator.desktop.request.Requests;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a person does in a window, done through the same requests that applications send, so that the same rules hold. */
final class Keyboard {
    private final Books books;

    Keyboard(Books books) {
        this.books = books;
    }

    /** Runs a request and gives the id of the record that it made or changed. */
    String run(Element request) {
        Rule rule = Grammar.request(request.name());
        if (rule == null) {
            throw new Refused("QuickBooks cannot do " + request.name());
        }
        QbxmlVersion newest = books.switches().edition.versions().getLast();
        try {
            Element answer = Requests.orFail(new Call(books, new Iterators(), newest, true, request, rule));
            Element ret =
                    answer.children().isEmpty() ? answer : answer.children().getFirst();
            String listId = ret.value("ListID");
            return Objects.requireNonNullElse(listId == null ? ret.value("TxnID") : listId, "");
        } catch (RequestFailed e) {
            throw new Refused(e.status().message());
        }
    }

    String add(String type, Map<String, String> fields) {
        return run(filled(type + "Add", fields));
    }

    /** Changes fields of a record; where qbXML has no Mod for its type, only its name and whether it is active. */
    void change(Entry entry, Map<String, String> fields) {
        String mod = entry.type().label() + "Mod";
        if (Grammar.request(mod + "Rq") == null) {
            changeHeading((ListElement) entry, fields);
            return;
        }
        Element request = filled(mod, fields);
        Element body = request.children().getFirst();
        body.set(entry instanceof ListElement ? "ListID" : "TxnID", entry.id());
        body.set("EditSequence", entry.editSequence());
        run(request);
    }

    /** Changes a field of one line and leaves the other lines as they are. */
    void changeLine(Transaction transaction, int index, String path, String value) {
        String name = transaction.type().label() + "Mod";
        String line = transaction.type().label() + "LineMod";
        Element request = filled(name, Map.of());
        Rule rule = Objects.requireNonNull(Grammar.request(name + "Rq"));
        Rule lineRule =
                Objects.requireNonNull(Objects.requireNonNull(rule.below(name)).below(line));
        Element body = request.children().getFirst();
        body.set("TxnID", transaction.id());
        body.set("EditSequence", transaction.editSequence());
        List<Element> lines =
                transaction.fields().all(transaction.type().line()).toList();
        for (int i = 0; i < lines.size(); i++) {
            Element touched = i == index ? form(lineRule, Map.of(path, value)) : new Element(line);
            body.add(touched.add("TxnLineID", String.valueOf(lines.get(i).value("TxnLineID"))));
        }
        run(request);
    }

    private void changeHeading(ListElement element, Map<String, String> fields) {
        if (!List.of("Name", "IsActive").containsAll(fields.keySet())) {
            throw new Refused("Only the name of a " + element.type().label() + " can be changed.");
        }
        String name = fields.getOrDefault("Name", element.name()).strip();
        boolean active = Boolean.parseBoolean(fields.getOrDefault("IsActive", Boolean.toString(element.active())));
        Heading heading = new Heading(name, element.parent(), active);
        if (name.isEmpty() || name.indexOf(':') >= 0 || books.lists().clash(element.type(), heading, element) != null) {
            throw new Refused("The name \"" + name + "\" cannot be used: it is empty, has a colon, or is in use.");
        }
        books.change(element, heading, element.fields());
    }

    private static Element filled(String body, Map<String, String> fields) {
        Rule rule = Grammar.request(body + "Rq");
        Rule below = rule == null ? null : rule.below(body);
        if (below == null) {
            throw new Refused("QuickBooks has no " + body);
        }
        return new Element(body + "Rq").add(form(below, fields));
    }

    private static Element form(Rule rule, Map<String, String> fields) {
        try {
            return Form.fill(rule, fields);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }
}
