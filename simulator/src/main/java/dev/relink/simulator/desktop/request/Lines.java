package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.Transaction;
import dev.relink.simulator.desktop.books.TxnType;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.Rule;
import dev.relink.simulator.desktop.qbxml.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The lines of a transaction as an Add or Mod leaves them. */
final class Lines {
    private static final String NEW = "-1";

    private final Change change;
    private final TxnType type;
    private final Books books;

    Lines(Change change, TxnType type) {
        this.change = change;
        this.type = type;
        this.books = change.books();
    }

    /** 3290: lines of a Mod that stand in another order than in the books; 3120: a line that is not there. */
    void checkOrder() throws RequestFailed {
        List<String> before = change.existing() instanceof Transaction transaction
                ? lines(transaction.fields()).stream().map(Lines::id).toList()
                : List.of();
        int last = -1;
        for (Element line : inBody("LineMod")) {
            String id = String.valueOf(line.value("TxnLineID"));
            if (isNew(id)) {
                continue;
            }
            int position = before.indexOf(id);
            if (position < 0) {
                throw Status.notFound(id);
            }
            if (position <= last) {
                throw Status.wrongOrder(id);
            }
            last = position;
        }
    }

    /** Puts the lines into {@code fields}, priced. */
    void write(Element fields) throws RequestFailed {
        List<Element> lines = change.kind() == Change.Kind.ADD ? added() : modified();
        fields.remove(type.line());
        new Pricing(books).price(lines);
        lines.forEach(fields::add);
    }

    private List<Element> added() throws RequestFailed {
        List<Element> lines = new ArrayList<>();
        for (Element line : inBody("LineAdd")) {
            lines.add(merged(line, newLine()));
        }
        return lines;
    }

    private List<Element> modified() throws RequestFailed {
        List<Element> before = lines(change.target().fields());
        List<Element> listed = inBody("LineMod");
        if (listed.isEmpty()) {
            return copies(before);
        }
        List<Element> after = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Element line : listed) {
            String id = String.valueOf(line.value("TxnLineID"));
            seen.add(id);
            after.add(merged(line, isNew(id) ? newLine() : repriced(line, byId(before, id))));
        }
        if (!change.call().switches().unlistedLineRemoved) {
            before.stream().filter(line -> !seen.contains(id(line))).forEach(after::add);
        }
        return after;
    }

    private static List<Element> copies(List<Element> lines) {
        return new ArrayList<>(
                lines.stream().map(line -> line.copyAs(line.name())).toList());
    }

    /** What a line cost before is worked out anew when what it depends on is given. */
    private Element repriced(Element given, Element before) {
        Element line = change.call().keepsOmitted()
                ? before.copyAs(before.name())
                : new Element(type.line()).add("TxnLineID", id(before));
        boolean newAmount = given.value("Amount") != null;
        boolean newRate = given.value("Rate") != null || given.value("RatePercent") != null;
        boolean newItem = given.child("ItemRef") != null;
        if (newAmount || newRate || newItem) {
            line.remove("Rate");
            line.remove("RatePercent");
        }
        if (newRate || newItem || given.value("Quantity") != null) {
            line.remove("Amount");
        }
        return line;
    }

    private Element merged(Element given, Element line) throws RequestFailed {
        Rule rule = Objects.requireNonNull(change.rule().below(given.name()));
        Shape shape = Objects.requireNonNull(Shape.of(type.ret()).below(type.line()));
        new Stored(change).merge(withoutId(given), rule, shape, line, type.label() + " line");
        return line;
    }

    private static Element withoutId(Element given) {
        Element rest = new Element(given.name());
        given.children().stream()
                .filter(child -> !child.name().equals("TxnLineID"))
                .forEach(rest::add);
        return rest;
    }

    private boolean isNew(String id) {
        return id.equals(NEW) && change.call().switches().minusOneIsNewLine;
    }

    private Element newLine() {
        return new Element(type.line()).add("TxnLineID", books.newLineId());
    }

    private List<Element> inBody(String suffix) {
        return change.body().all(type.label() + suffix).toList();
    }

    private List<Element> lines(Element fields) {
        return fields.all(type.line()).toList();
    }

    private static Element byId(List<Element> lines, String id) throws RequestFailed {
        for (Element line : lines) {
            if (id(line).equals(id)) {
                return line;
            }
        }
        throw Status.notFound(id);
    }

    private static String id(Element line) {
        return String.valueOf(line.value("TxnLineID"));
    }
}
