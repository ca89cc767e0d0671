package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Switches;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.Rule;
import dev.relink.simulator.desktop.qbxml.ValueType;
import org.jspecify.annotations.Nullable;

/** Checks of single values against the schema: their words, formats and lengths. */
public final class Values {
    private Values() {}

    @FunctionalInterface
    private interface LeafCheck {
        void check(Element leaf, Rule rule, ValueType type) throws RequestFailed;
    }

    static void requestId(Element request, Switches switches) throws RequestFailed {
        String requestId = request.attribute("requestID");
        if (requestId != null && requestId.length() > switches.longestRequestId) {
            throw Status.badRequestId(requestId);
        }
    }

    /** 3110: words that their enumeration does not know. */
    public static void words(Element element, Rule rule) throws RequestFailed {
        eachLeaf(element, rule, (leaf, leafRule, _) -> {
            if (!leafRule.knows(leaf.text())) {
                throw Status.unknownWord(leaf.text(), leaf.name());
            }
        });
    }

    /** 3010 to 3085: values that do not fit their type. */
    public static void formats(Element element, Rule rule) throws RequestFailed {
        eachLeaf(element, rule, (leaf, _, type) -> {
            if (!type.accepts(leaf.text())) {
                throw Status.badValue(type, leaf.text(), leaf.name());
            }
        });
    }

    /** 3070: texts that are too long. */
    static void lengths(Element element, Rule rule) throws RequestFailed {
        eachLeaf(element, rule, (leaf, leafRule, _) -> {
            if (leaf.text().length() > leafRule.maxLength()) {
                throw Status.tooLong(leaf.text(), leaf.name());
            }
        });
    }

    private static void eachLeaf(Element element, Rule rule, LeafCheck check) throws RequestFailed {
        ValueType type = rule.type();
        if (type != null) {
            check.check(element, rule, type);
            return;
        }
        for (Element child : element.children()) {
            @Nullable Rule below = rule.below(child.name());
            if (below != null) {
                eachLeaf(child, below, check);
            }
        }
    }
}
