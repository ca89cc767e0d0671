package dev.relink.simulator.desktop.qbxml;

import dev.relink.simulator.desktop.qbxml.FieldTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which children an aggregate may have, and in which order: a sequence of elements and choices. */
sealed interface ContentModel {
    /** Whether a child of that name may come first here. */
    boolean startsWith(String name);

    /** Whether nothing at all is fine here too. */
    boolean mayBeEmpty();

    /**
     * Takes what belongs here from {@code children}, beginning at {@code at}.
     *
     * @return the position of the first child that does not belong here
     * @throws StructureError where something required is missing
     */
    int take(List<Element> children, int at) throws StructureError;

    /** An element, once or, where its rule says so, several times. */
    record One(Rule rule) implements ContentModel {
        @Override
        public boolean startsWith(String name) {
            return rule.name().equals(name);
        }

        @Override
        public boolean mayBeEmpty() {
            return !rule.required();
        }

        @Override
        public int take(List<Element> children, int at) throws StructureError {
            int next = at;
            while (next < children.size() && startsWith(children.get(next).name()) && (next == at || rule.repeats())) {
                next++;
            }
            if (next == at && rule.required()) {
                throw new StructureError("the element " + rule.name() + " is missing or stands in the wrong place");
            }
            return next;
        }
    }

    /** One after the other. */
    record Sequence(List<ContentModel> parts) implements ContentModel {
        @Override
        public boolean startsWith(String name) {
            for (ContentModel part : parts) {
                if (part.startsWith(name)) {
                    return true;
                }
                if (!part.mayBeEmpty()) {
                    return false;
                }
            }
            return false;
        }

        @Override
        public boolean mayBeEmpty() {
            return parts.stream().allMatch(ContentModel::mayBeEmpty);
        }

        @Override
        public int take(List<Element> children, int at) throws StructureError {
            int next = at;
            for (ContentModel part : parts) {
                next = part.take(children, next);
            }
            return next;
        }
    }

    /** One branch of several: exactly one, at most one (?), one or more (+) or any number (*). */
    record Choice(char cardinality, List<ContentModel> branches) implements ContentModel {
        @Override
        public boolean startsWith(String name) {
            return branches.stream().anyMatch(branch -> branch.startsWith(name));
        }

        @Override
        public boolean mayBeEmpty() {
            return cardinality == '?' || cardinality == '*' || branches.stream().anyMatch(ContentModel::mayBeEmpty);
        }

        @Override
        public int take(List<Element> children, int at) throws StructureError {
            int next = at;
            boolean many = cardinality == '*' || cardinality == '+';
            while (next < children.size() && (next == at || many)) {
                int after = takeOne(children, next);
                if (after == next) {
                    break;
                }
                next = after;
            }
            if (next == at && !mayBeEmpty()) {
                throw new StructureError("none of the alternatives " + this + " is there");
            }
            return next;
        }

        private int takeOne(List<Element> children, int at) throws StructureError {
            for (ContentModel branch : branches) {
                if (branch.startsWith(children.get(at).name())) {
                    return branch.take(children, at);
                }
            }
            return at;
        }
    }

    /** The model of the rows below one aggregate; {@code depth} counts the choices around them. */
    static ContentModel of(List<Row> rows, Map<String, Rule> rules, int depth) {
        List<ContentModel> parts = new ArrayList<>();
        for (int i = 0; i < rows.size(); ) {
            String group = group(rows.get(i), depth);
            int end = i + 1;
            if (group.isEmpty()) {
                parts.add(new One(Objects.requireNonNull(rules.get(rows.get(i).name()))));
            } else {
                while (end < rows.size() && group.equals(group(rows.get(end), depth))) {
                    end++;
                }
                parts.add(choice(group, rows.subList(i, end), rules, depth));
            }
            i = end;
        }
        return new Sequence(List.copyOf(parts));
    }

    private static Choice choice(String group, List<Row> rows, Map<String, Rule> rules, int depth) {
        Map<String, List<Row>> branches = new LinkedHashMap<>();
        for (Row row : rows) {
            branches.computeIfAbsent(segment(row, depth), _ -> new ArrayList<>())
                    .add(row);
        }
        char last = group.charAt(group.length() - 1);
        return new Choice(
                Character.isDigit(last) ? '1' : last,
                branches.values().stream()
                        .map(branch -> of(branch, rules, depth + 1))
                        .toList());
    }

    private static String group(Row row, int depth) {
        String segment = segment(row, depth);
        return segment.isEmpty() ? "" : segment.substring(0, segment.indexOf('.'));
    }

    private static String segment(Row row, int depth) {
        String[] segments = row.get("choice").split("/");
        return depth < segments.length ? segments[depth] : "";
    }
}
