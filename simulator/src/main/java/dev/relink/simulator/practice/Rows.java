package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.ListRow;
import dev.relink.simulator.desktop.TransactionRow;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of one view of a company file. */
record Rows(List<DesktopPage.Row> rows, int total) {
    static final String DELETED = "deleted";

    static Rows of(PracticeFile file, View view) {
        if (view.list().equals(DELETED)) {
            return deleted(file, view);
        }
        Menu menu = Menu.of(view.list());
        return menu.isTransactions() ? transactions(file, menu, view) : list(file, menu, view);
    }

    private static Rows list(PracticeFile file, Menu menu, View view) {
        List<ListRow> all = file.bookkeeper().list(menu.type(), view.search(), 0, Integer.MAX_VALUE).rows().stream()
                .filter(row -> view.inactiveToo() || row.active())
                .toList();
        return of(all, view, row -> row(file, row));
    }

    private static Rows transactions(PracticeFile file, Menu menu, View view) {
        var page = file.bookkeeper().transactions(menu.type(), view.search(), view.offset(), View.ROWS);
        return new Rows(page.rows().stream().map(row -> row(file, row)).toList(), page.total());
    }

    private static Rows deleted(PracticeFile file, View view) {
        List<Deleted> all = Deleted.of(file.books()).stream()
                .filter(row ->
                        row.name().toLowerCase(Locale.US).contains(view.search().toLowerCase(Locale.US)))
                .toList();
        return of(
                all,
                view,
                row -> new DesktopPage.Row(
                        row.id(),
                        row.name().isEmpty() ? row.type() : row.name(),
                        row.type(),
                        row.at(),
                        "",
                        false,
                        null));
    }

    private static <T> Rows of(List<T> all, View view, java.util.function.Function<T, DesktopPage.Row> row) {
        return new Rows(
                all.stream().skip(view.offset()).limit(View.ROWS).map(row).toList(), all.size());
    }

    private static DesktopPage.Row row(PracticeFile file, ListRow row) {
        String doing = file.doings().of(row.listId());
        BigDecimal balance = row.balance();
        return new DesktopPage.Row(
                row.listId(),
                row.fullName(),
                doing.isEmpty() ? row.note() : doing,
                balance == null ? "" : money(balance),
                row.active() ? "" : "Inactive",
                row.open(),
                href(file, row.listId()));
    }

    private static DesktopPage.Row row(PracticeFile file, TransactionRow row) {
        String doing = file.doings().of(row.txnId());
        String open = row.remaining().signum() == 0 ? "" : ", " + money(row.remaining()) + " open";
        return new DesktopPage.Row(
                row.txnId(),
                (row.refNumber().isEmpty() ? "" : row.refNumber() + " · ") + row.entity(),
                row.date() + open + (doing.isEmpty() ? "" : " · " + doing),
                money(row.total()),
                row.voided() ? "Voided" : "",
                row.open(),
                href(file, row.txnId()));
    }

    private static @Nullable String href(PracticeFile file, String id) {
        return "/desktop/" + file.id() + "/records/" + id;
    }

    static String money(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.US);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }
}
