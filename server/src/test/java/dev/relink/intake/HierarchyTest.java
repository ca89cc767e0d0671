package dev.relink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.entity.Problem;
import dev.relink.entity.RecordKey;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HierarchyTest {

    @Test
    void five_levels_fit_and_a_sixth_does_not() {
        var tree = new Hierarchy(Map.of(key("b"), key("a"), key("c"), key("b"), key("d"), key("c")));
        assertThat(tree.place(key("e"), key("d"))).isEmpty();
        assertThat(tree.place(key("f"), key("e")))
                .contains(new Problem("/parent", "/parent makes 6 levels; QuickBooks keeps 5: f → e → d → c → b → a"));
    }

    @Test
    void a_tree_that_is_moved_takes_its_levels_along() {
        var tree =
                new Hierarchy(Map.of(key("b"), key("a"), key("c"), key("b"), key("y"), key("x"), key("z"), key("y")));
        assertThat(tree.place(key("x"), key("c"))).isPresent();
        assertThat(tree.place(key("x"), key("b"))).isEmpty();
    }

    @Test
    void a_circle_is_told_with_its_chain() {
        var tree = new Hierarchy(Map.of(key("b"), key("a"), key("c"), key("b")));
        assertThat(tree.place(key("a"), key("c")))
                .contains(new Problem("/parent", "/parent makes a circle: a → c → b → a"));
    }

    @Test
    void what_was_refused_leaves_no_trace() {
        var tree = new Hierarchy(Map.of(key("b"), key("a")));
        assertThat(tree.place(key("a"), key("b"))).isPresent();
        assertThat(tree.place(key("b"), null)).isEmpty();
        assertThat(tree.place(key("a"), key("b"))).isEmpty();
    }

    private static RecordKey key(String id) {
        return new RecordKey("customer", id);
    }
}
