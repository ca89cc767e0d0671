package dev.relink.simulator.practice;

import dev.relink.simulator.online.Bookkeeper;
import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.books.Deleted;
import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The rows of one view of a realm. */
record OnlineRows(List<OnlinePage.Row> rows, int total) {
    static final String DELETED = "deleted";

    static OnlineRows of(Realm realm, View view) {
        return view.list().equals(DELETED) ? deleted(realm, view) : living(realm, OnlineTab.of(view.list()), view);
    }

    private static OnlineRows living(Realm realm, OnlineTab tab, View view) {
        Bookkeeper bookkeeper = realm.bookkeeper();
        List<Entity> all = bookkeeper.all(tab.type()).stream()
                .filter(each -> view.inactiveToo() || each.active())
                .filter(each -> title(bookkeeper, each)
                        .toLowerCase(Locale.US)
                        .contains(view.search().toLowerCase(Locale.US)))
                .toList();
        List<Entity> ordered = tab.type().isTransaction() ? all.reversed() : all;
        return new OnlineRows(
                ordered.stream()
                        .skip(view.offset())
                        .limit(View.ROWS)
                        .map(each -> row(realm, tab, each))
                        .toList(),
                all.size());
    }

    private static OnlinePage.Row row(Realm realm, OnlineTab tab, Entity entity) {
        return new OnlinePage.Row(
                entity.id(),
                title(realm.bookkeeper(), entity),
                sub(entity),
                String.valueOf(entity.syncToken()),
                tab.amount().isEmpty() ? "" : Rows.money(amount(entity)),
                entity.active() ? "" : "Inactive",
                entity.active(),
                OnlinePages.here(realm) + "/records/" + entity.type().path() + "/" + entity.id());
    }

    private static java.math.BigDecimal amount(Entity entity) {
        return switch (entity.type()) {
            case ITEM -> entity.amount("UnitPrice");
            case CUSTOMER -> entity.amount("Balance");
            default -> entity.amount("TotalAmt");
        };
    }

    /** A name, or number and customer. */
    static String title(Bookkeeper bookkeeper, Entity entity) {
        if (!entity.type().isTransaction()) {
            String full = entity.text("FullyQualifiedName");
            return full.isEmpty() ? entity.name() : full;
        }
        String customer = bookkeeper.all(EntityType.CUSTOMER).stream()
                .filter(each -> each.id().equals(entity.ref("CustomerRef")))
                .map(each -> each.text("FullyQualifiedName"))
                .findFirst()
                .orElse("");
        return entity.name().isEmpty() ? customer : entity.name() + (customer.isEmpty() ? "" : " · " + customer);
    }

    private static String sub(Entity entity) {
        String open =
                entity.type() == EntityType.INVOICE && entity.amount("Balance").signum() > 0
                        ? ", " + Rows.money(entity.amount("Balance")) + " open"
                        : "";
        return entity.type().isTransaction() ? entity.text("TxnDate") + open : entity.text("CompanyName");
    }

    private static OnlineRows deleted(Realm realm, View view) {
        var second = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .withZone(realm.profile().zone());
        List<Deleted> all = realm.bookkeeper().deleted().reversed();
        List<OnlinePage.Row> rows = all.stream()
                .skip(view.offset())
                .limit(View.ROWS)
                .map(gone -> new OnlinePage.Row(
                        gone.id(),
                        gone.name().isEmpty() ? gone.type().wireName() : gone.name(),
                        gone.mergedInto() == null
                                ? gone.type().wireName()
                                : gone.type().wireName() + ", merged into " + gone.mergedInto(),
                        "",
                        second.format(gone.when()),
                        "",
                        false,
                        null))
                .toList();
        return new OnlineRows(rows, all.size());
    }
}
