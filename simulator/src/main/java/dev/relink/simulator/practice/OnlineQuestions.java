package dev.relink.simulator.practice;

import dev.relink.simulator.online.Bookkeeper;
import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.books.Entity;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.practice.DesktopPage.Field;
import dev.relink.simulator.practice.DesktopPage.Option;
import dev.relink.simulator.practice.DesktopPage.Question;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The dialogs of a realm's page. */
final class OnlineQuestions {
    private OnlineQuestions() {}

    /** @param ask the question's name in the address, null when nothing is asked */
    static @Nullable Question of(Realm realm, Business business, View view, @Nullable String ask, @Nullable String id) {
        OnlineTab tab = OnlineTab.of(view.list());
        String record = Objects.requireNonNullElse(id, "");
        return switch (ask) {
            case "add" -> add(realm, tab);
            case "rename" -> rename(realm, tab, record);
            case "merge" -> merge(realm, tab, record);
            case "start-over" -> startOver(realm, business);
            case null, default -> null;
        };
    }

    private static Question add(Realm realm, OnlineTab tab) {
        Field name = Field.typed(tab.type().nameProperty(), "Name", "", true);
        List<Field> fields = switch (tab.type()) {
            case ITEM ->
                List.of(
                        name,
                        Field.typed("UnitPrice", "Price", "", false),
                        Field.chosen(
                                "IncomeAccountRef.value",
                                "Income account",
                                "",
                                options(realm.bookkeeper(), EntityType.ACCOUNT, "")));
            case CUSTOMER, VENDOR ->
                List.of(
                        name,
                        Field.typed("CompanyName", "Company", "", false),
                        Field.typed("PrimaryPhone.FreeFormNumber", "Phone", "", false),
                        Field.typed("PrimaryEmailAddr.Address", "Email", "", false));
            default -> List.of(name);
        };
        return new Question("add", "", "New " + tab.one(), "As the bookkeeper types it in.", "Save", fields);
    }

    private static Question rename(Realm realm, OnlineTab tab, String id) {
        Entity entity = realm.bookkeeper().find(tab.type(), id);
        return new Question(
                "rename",
                id,
                "Rename " + entity.name(),
                "Its Id stays; everything that refers to it shows the new name.",
                "Rename",
                List.of(Field.typed("to", "New name", entity.name(), true)));
    }

    private static Question merge(Realm realm, OnlineTab tab, String id) {
        Entity entity = realm.bookkeeper().find(tab.type(), id);
        return new Question(
                "merge",
                id,
                "Merge " + entity.name() + " into another " + tab.one(),
                entity.name() + " will be gone, its Id with it; all that refers to it follows.",
                "Merge",
                List.of(Field.chosen("kept", "Into", "", options(realm.bookkeeper(), tab.type(), id))));
    }

    private static List<Option> options(Bookkeeper bookkeeper, EntityType type, String but) {
        return bookkeeper.all(type).stream()
                .filter(each -> each.active() && !each.id().equals(but))
                .map(each -> new Option(each.id(), OnlineRows.title(bookkeeper, each)))
                .toList();
    }

    private static Question startOver(Realm realm, Business business) {
        return new Question(
                "start-over",
                "",
                "Start over with " + realm.profile().name(),
                "All that happened in this realm is forgotten. Apps stay connected.",
                "Start over",
                List.of(Field.chosen(
                        "business",
                        "The new realm holds",
                        business.name(),
                        List.of(
                                new Option("WHOLE", "a tree-care business at work"),
                                new Option("LISTS", "only lists, and two names that collide"),
                                new Option("NONE", "what QuickBooks puts into every company")))));
    }
}
