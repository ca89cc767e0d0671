package dev.relink.simulator.practice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company file as the page shows it.
 *
 * @param here address of the page without its query
 * @param list the tab that is shown, as the control API names it
 * @param one one of the tab's records, in a sentence
 * @param back address that comes back to this very view
 * @param hasInactive whether the tab is a list, of which elements can be inactive, renamed and merged
 */
public record DesktopPage(
        Frame frame,
        String here,
        String list,
        String one,
        String back,
        List<Tab> tabs,
        String search,
        boolean hasInactive,
        boolean inactiveToo,
        boolean canAdd,
        String firstColumn,
        String idColumn,
        String amountColumn,
        List<Row> rows,
        String empty,
        String range,
        @Nullable String previous,
        @Nullable String next,
        Connector connector,
        List<Trouble> troubles,
        List<Trouble> moreTroubles,
        boolean moreOpen,
        boolean hasBackup,
        String closingDate,
        @Nullable Question question) {

    /** A tab with how many there are. */
    public record Tab(String text, String href, boolean current, String count) {}

    /** @param href page of the record, null when it is gone */
    public record Row(
            String id,
            String name,
            String sub,
            String amount,
            String state,
            boolean open,
            @Nullable String href) {}

    /**
     * The Web Connector's pane.
     *
     * @param last "last run 14:20"
     * @param live address of the log while a run goes on
     */
    public record Connector(
            boolean added,
            String application,
            boolean running,
            boolean auto,
            long minutes,
            boolean ran,
            String last,
            String live,
            String xml,
            List<LogRow> lines) {}

    /** @param kind plain, good, bad, odd */
    public record LogRow(String time, String text, String kind) {}

    /** A switch. */
    public record Trouble(String what, String title, String effect, boolean on) {}

    /** A dialog. */
    public record Question(
            String act, String id, String title, String explanation, String button, List<Field> fields) {}

    /** @param options empty = a person types */
    public record Field(
            String name, String label, String value, boolean required, boolean isLong, List<Option> options) {
        static Field typed(String name, String label, String value, boolean required) {
            return new Field(name, label, value, required, false, List.of());
        }

        static Field chosen(String name, String label, String value, List<Option> options) {
            return new Field(name, label, value, true, false, options);
        }
    }

    /** One choice. */
    public record Option(String value, String text) {}

    /** "a customer", "an invoice". */
    public String anyOne() {
        return ("aeiou".indexOf(one.charAt(0)) < 0 ? "a " : "an ") + one;
    }

    /** Where a form of this page goes. */
    public String act(String name) {
        return here + "/acts/" + name;
    }

    /** This view with a dialog open. */
    public String ask(String question, String id) {
        String asked = back + (back.contains("?") ? "&" : "?") + "ask=" + question;
        return id.isEmpty() ? asked : asked + "&id=" + encoded(id);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
