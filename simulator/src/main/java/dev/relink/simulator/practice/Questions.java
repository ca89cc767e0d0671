package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Bookkeeper;
import dev.relink.simulator.desktop.ListRow;
import dev.relink.simulator.practice.DesktopPage.Field;
import dev.relink.simulator.practice.DesktopPage.Option;
import dev.relink.simulator.practice.DesktopPage.Question;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The dialogs of the page: what a button with “…” asks first. */
final class Questions {
    private Questions() {}

    /** @param ask the question's name in the address, null when nothing is asked */
    static @Nullable Question of(PracticeFile file, View view, @Nullable String ask, @Nullable String id) {
        String record = Objects.requireNonNullElse(id, "");
        return switch (ask) {
            case "add" -> add(file, Menu.of(view.list()));
            case "rename" -> rename(file, record);
            case "merge" -> merge(file, Menu.of(view.list()), record);
            case "application" -> application();
            case "start-over" -> startOver(file);
            case null, default -> null;
        };
    }

    private static Question add(PracticeFile file, Menu menu) {
        Field name = Field.typed("name", "Name", "", true);
        List<Field> fields = menu == Menu.ITEMS
                ? List.of(
                        name,
                        Field.typed("SalesOrPurchase/Price", "Price", "", false),
                        Field.chosen("SalesOrPurchase/AccountRef/FullName", "Income account", "", accounts(file)))
                : List.of(
                        name,
                        Field.typed("CompanyName", "Company", "", false),
                        Field.typed("Phone", "Phone", "", false),
                        Field.typed("Email", "Email", "", false));
        return new Question(
                "add",
                "",
                "New " + menu.one(),
                "As the bookkeeper types it in. Relink finds out in its next run.",
                "Save",
                fields);
    }

    private static List<Option> accounts(PracticeFile file) {
        return file.bookkeeper().list("Account", "", 0, Integer.MAX_VALUE).rows().stream()
                .map(row -> new Option(row.fullName(), row.fullName()))
                .toList();
    }

    private static Question rename(PracticeFile file, String id) {
        String name = Records.name(file.bookkeeper(), id);
        String last = name.substring(name.lastIndexOf(':') + 1);
        return new Question(
                "rename",
                id,
                "Rename " + name,
                "Its ID stays; everything that refers to it shows the new name.",
                "Rename",
                List.of(Field.typed("to", "New name", last, true)));
    }

    private static Question merge(PracticeFile file, Menu menu, String id) {
        Bookkeeper bookkeeper = file.bookkeeper();
        String name = Records.name(bookkeeper, id);
        String type = bookkeeper.list(menu.type(), "", 0, Integer.MAX_VALUE).rows().stream()
                .filter(row -> row.listId().equals(id))
                .map(ListRow::type)
                .findFirst()
                .orElseThrow(() -> new Practice.NotThere("There is no " + menu.one() + " " + id));
        List<Option> others = bookkeeper.list(type, "", 0, Integer.MAX_VALUE).rows().stream()
                .filter(row -> !row.listId().equals(id))
                .map(row -> new Option(row.listId(), row.fullName()))
                .toList();
        return new Question(
                "merge",
                id,
                "Merge " + name + " into another " + menu.one(),
                name + " will be gone, its ID with it; all that refers to it follows.",
                "Merge",
                List.of(Field.chosen("kept", "Into", "", others)));
    }

    private static Question application() {
        return new Question(
                "application",
                "",
                "Add an application to the Web Connector",
                "The .qwc file from Relink’s connection page, opened with a text editor, and the password shown there.",
                "Add",
                List.of(
                        new Field("qwc", "Content of the .qwc file", "", true, true, List.of()),
                        Field.typed("password", "Password", "", true)));
    }

    private static Question startOver(PracticeFile file) {
        return new Question(
                "start-over",
                "",
                "Start over with " + file.name() + ".qbw",
                "All that happened in this company file is forgotten. The Web Connector keeps its applications.",
                "Start over",
                List.of(Field.chosen(
                        "business",
                        "The new file holds",
                        file.business().name(),
                        List.of(
                                new Option("WHOLE", "a tree-care business at work"),
                                new Option("LISTS", "only lists, and two names that collide"),
                                new Option("NONE", "what QuickBooks puts into every company")))));
    }
}
