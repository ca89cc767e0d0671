package dev.relink.simulator.desktop.books;

import dev.relink.simulator.desktop.qbxml.Element;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An element of a list: a customer, an item, an account ... */
public final class ListElement extends Entry {
    private final ListType type;
    private String name;
    private @Nullable ListElement parent;
    private boolean active;
    private BigDecimal balance = Money.ZERO;
    private final List<ListElement> children = new ArrayList<>(0);

    ListElement(ListType type, String id, Instant created, Element fields, Heading heading) {
        super(id, created, fields);
        this.type = type;
        this.name = heading.name;
        this.parent = heading.parent;
        this.active = heading.active;
    }

    /** What the window of a list shows of an element: its name, its place and whether it is active. */
    public record Heading(String name, @Nullable ListElement parent, boolean active) {}

    @Override
    public ListType type() {
        return type;
    }

    public String name() {
        return name;
    }

    public Heading heading() {
        return new Heading(name, parent, active);
    }

    void heading(Heading heading) {
        name = heading.name;
        parent = heading.parent;
        active = heading.active;
    }

    /** The element that this one is below of, or null. */
    public @Nullable ListElement parent() {
        return parent;
    }

    public boolean active() {
        return active;
    }

    /** The elements directly below this one. */
    public List<ListElement> children() {
        return children;
    }

    /** {@code Parent:Child}. */
    public String fullName() {
        return parent == null ? name : parent.fullName() + ":" + name;
    }

    /** 0 at the top. */
    public int sublevel() {
        return parent == null ? 0 : parent.sublevel() + 1;
    }

    /** What the customer owes, jobs not included. */
    public BigDecimal balance() {
        return balance;
    }

    /** What the customer owes, jobs included. */
    public BigDecimal totalBalance() {
        BigDecimal total = balance;
        for (ListElement child : children) {
            total = total.add(child.totalBalance());
        }
        return total;
    }

    void owe(BigDecimal more) {
        balance = balance.add(more);
    }

    /** Whether {@code other} is this element or above it. */
    public boolean isWithin(ListElement other) {
        return this == other || parent != null && parent.isWithin(other);
    }
}
