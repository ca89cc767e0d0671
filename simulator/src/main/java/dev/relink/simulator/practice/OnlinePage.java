package dev.relink.simulator.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A realm as the page shows it.
 *
 * @param here address of the page without its query
 * @param realm its id
 * @param type the tab that is shown, as addresses name it
 * @param one one of the tab's records, in a sentence
 * @param back address that comes back to this very view
 * @param isList whether the tab is a list, of which objects are made inactive, renamed and merged
 * @param gone whether the tab shows what is gone
 */
public record OnlinePage(
        Frame frame,
        String here,
        String realm,
        String type,
        String one,
        String back,
        List<DesktopPage.Tab> tabs,
        String search,
        boolean isList,
        boolean gone,
        boolean inactiveToo,
        String firstColumn,
        String amountColumn,
        List<Row> rows,
        String empty,
        String range,
        @Nullable String previous,
        @Nullable String next,
        List<Connected> apps,
        List<CallRow> calls,
        List<DesktopPage.Trouble> troubles,
        List<DesktopPage.Trouble> moreTroubles,
        boolean moreOpen,
        String closingDate,
        DesktopPage.@Nullable Question question) {

    /** @param href page of the record, null when it is gone */
    public record Row(
            String id,
            String name,
            String sub,
            String token,
            String amount,
            String state,
            boolean active,
            @Nullable String href) {}

    /** An app that a person has let in. */
    public record Connected(String clientId, String name, String since, boolean revoked) {}

    /** @param kind plain, good, bad, odd */
    public record CallRow(String time, String text, String kind) {}

    /** Where a form about the records of this tab goes. */
    public String act(String name) {
        return here + "/" + (gone ? "customer" : type) + "/acts/" + name;
    }

    /** This view with a dialog open. */
    public String ask(String question, String id) {
        String asked = back + (back.contains("?") ? "&" : "?") + "ask=" + question;
        return id.isEmpty() ? asked : asked + "&id=" + DesktopPage.encoded(id);
    }
}
