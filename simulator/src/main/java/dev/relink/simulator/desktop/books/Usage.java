package dev.relink.simulator.desktop.books;

import dev.relink.simulator.desktop.qbxml.Element;
import java.util.HashMap;
import java.util.Map;

/** Counts how often each list element is referred to, so that one in use is not deleted. */
final class Usage {
    private final Map<String, Integer> byListId = new HashMap<>();

    boolean uses(ListElement element) {
        return byListId.containsKey(element.id());
    }

    void add(Element fields) {
        count(fields, 1);
    }

    void remove(Element fields) {
        count(fields, -1);
    }

    /** Points every reference to {@code gone} in {@code fields} at {@code kept}; says whether there was one. */
    static boolean redirect(Element fields, String gone, String kept) {
        boolean any = false;
        for (Element child : fields.children()) {
            if (Reference.named(child.name()) != null && gone.equals(child.value("ListID"))) {
                child.set("ListID", kept);
                any = true;
            } else {
                any |= redirect(child, gone, kept);
            }
        }
        return any;
    }

    /** After a {@link #redirect}: what used the one uses the other. */
    void moved(String gone, String kept) {
        Integer uses = byListId.remove(gone);
        if (uses != null) {
            byListId.merge(kept, uses, Integer::sum);
        }
    }

    private void count(Element fields, int by) {
        for (Element child : fields.children()) {
            if (child.children().isEmpty()) {
                continue;
            }
            String listId = Reference.named(child.name()) == null ? null : child.value("ListID");
            if (listId == null) {
                count(child, by);
            } else {
                byListId.merge(listId, by, (before, more) -> before + more == 0 ? null : before + more);
            }
        }
    }
}
