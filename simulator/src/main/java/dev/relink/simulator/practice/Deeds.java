package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.Bookkeeper;
import java.net.URI;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** What the page lets the person at the keyboard do to one record. Each gives back the sentence for the note. */
final class Deeds {
    private Deeds() {}

    /** @throws Practice.NotThere when there is no such act */
    static BiFunction<PracticeFile, Form, String> of(String act) {
        return switch (act) {
            case "open" -> simple("", "", Bookkeeper::open);
            case "close" -> simple("", "", Bookkeeper::close);
            case "delete" -> simple("was deleted.", "", Bookkeeper::delete);
            case "void" -> simple("was voided.", "Voided here", Bookkeeper::voidTransaction);
            case "deposit" -> simple("was put on a bank deposit.", "Put on a deposit", Bookkeeper::deposit);
            case "activate" -> simple("is active.", "Made active here", (books, id) -> books.setActive(id, true));
            case "inactivate" ->
                simple("is inactive.", "Made inactive here", (books, id) -> books.setActive(id, false));
            case "add" -> Deeds::add;
            case "rename" -> Deeds::rename;
            case "merge" -> Deeds::merge;
            case "change" -> Deeds::change;
            default -> throw new Practice.NotThere("There is no act " + act);
        };
    }

    private static BiFunction<PracticeFile, Form, String> simple(
            String sentence, String doing, BiConsumer<Bookkeeper, String> deed) {
        return (file, form) -> {
            String id = form.text("id");
            String name = Records.name(file.bookkeeper(), id);
            file.act(id, doing, bookkeeper -> {
                deed.accept(bookkeeper, id);
                return id;
            });
            return sentence.isEmpty() ? "" : name + " " + sentence;
        };
    }

    private static String add(PracticeFile file, Form form) {
        Menu menu = Menu.of(list(form.text("back")));
        String type = menu == Menu.ITEMS ? "ItemService" : menu.type();
        var row = file.bookkeeper().add(type, form.text("name").strip(), form.filledIn());
        file.doings().note(row.listId(), "Typed in here");
        return row.fullName() + " was typed in, ListID " + row.listId() + ".";
    }

    /** The list that the page showed, from its address. */
    private static String list(String back) {
        String query = String.valueOf(URI.create(back).getQuery());
        return query.replaceFirst("^.*?list=([a-z-]+).*$", "$1");
    }

    private static String rename(PracticeFile file, Form form) {
        String id = form.text("id");
        String before = Records.name(file.bookkeeper(), id);
        var row = file.act(
                id,
                "Renamed from " + before,
                books -> books.rename(id, form.text("to").strip()));
        return before + " is now " + row.fullName() + "; its ID stays " + id + ".";
    }

    private static String merge(PracticeFile file, Form form) {
        String gone = form.text("id");
        String kept = form.text("kept");
        String name = Records.name(file.bookkeeper(), gone);
        file.act(kept, name + " merged into it", bookkeeper -> {
            bookkeeper.merge(gone, kept);
            return kept;
        });
        return name + " was merged into " + Records.name(file.bookkeeper(), kept) + "; its ListID " + gone
                + " is dead.";
    }

    private static String change(PracticeFile file, Form form) {
        String id = form.text("id");
        String field = form.text("field").strip();
        file.act(id, field + " changed here", bookkeeper -> {
            bookkeeper.change(id, field, form.text("value").strip());
            return id;
        });
        return field + " of " + Records.name(file.bookkeeper(), id) + " was changed.";
    }
}
