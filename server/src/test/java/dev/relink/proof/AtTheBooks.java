package dev.relink.proof;

import dev.relink.simulator.desktop.Bookkeeper;
import dev.relink.simulator.desktop.Refused;
import dev.relink.simulator.desktop.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The people in QuickBooks: they delete, rename, merge, edit, open windows, type in twins, restore backups. */
final class AtTheBooks {

    private final World world;
    private final Bookkeeper books;
    private final List<String> windows = new ArrayList<>();
    private @Nullable Snapshot backup;

    AtTheBooks(World world) {
        this.world = world;
        this.books = world.books.bookkeeper();
    }

    void acts() {
        try {
            act(world.dice.below(20));
        } catch (Refused no) {
            world.trace.add("QuickBooks says no: %s", no.getMessage());
        }
    }

    private void act(int what) {
        List<Ledger.Entry> all =
                world.ledger.living().values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return;
        }
        Ledger.Entry entry = world.dice.of(all);
        boolean isList = !entry.tag().startsWith("#invoice") && !entry.tag().startsWith("#payment");
        switch (what) {
            case 0, 1, 2, 3, 4 -> told("deletes", entry, () -> books.delete(entry.id()));
            case 5, 6 -> {
                if (isList) {
                    told(
                            "renames",
                            entry,
                            () -> books.rename(entry.id(), "Other " + world.stage.clock.millis() % 100_000));
                }
            }
            case 7 -> merge(entry, all);
            case 8, 9 -> {
                if (!entry.tag().startsWith("#payment")) {
                    told("edits", entry, () -> books.change(entry.id(), other(entry), "QB"));
                    world.others.put(entry.id(), Map.entry(other(entry), "QB"));
                }
            }
            case 10, 11 -> {
                world.touched.add(entry.id());
                told("edits ours of", entry, () -> books.change(entry.id(), ours(entry), entry.tag() + " by hand"));
            }
            case 12, 13 -> {
                windows.add(entry.id());
                told("opens", entry, () -> books.open(entry.id()));
            }
            case 14 -> closesAllWindows();
            case 15, 16 -> {
                if (isList) {
                    told("makes inactive", entry, () -> books.setActive(entry.id(), false));
                }
            }
            case 17 -> twin();
            case 18 -> {
                world.trace.add("a backup");
                backup = books.snapshot();
            }
            default -> restore();
        }
    }

    private void told(String what, Ledger.Entry entry, Runnable act) {
        world.trace.add("bookkeeper %s %s %s", what, entry.tag(), entry.id());
        act.run();
    }

    private void merge(Ledger.Entry gone, List<Ledger.Entry> all) {
        List<Ledger.Entry> alike = all.stream()
                .filter(other ->
                        gone.tag().startsWith("#customer") && other.tag().startsWith("#customer") && other != gone)
                .toList();
        if (!alike.isEmpty()) {
            Ledger.Entry kept = world.dice.of(alike);
            world.touched.add(kept.id());
            world.merged.add(gone.id());
            world.others.remove(kept.id());
            told("merges into " + kept.id(), gone, () -> books.merge(gone.id(), kept.id()));
        }
    }

    /** The name of a record that is not there yet, or is: then QuickBooks says no. */
    private void twin() {
        TheApp.Made made = world.dice.of(world.app.records());
        String name = "Client " + made.key().id().substring(1);
        world.trace.add("bookkeeper types in %s", name);
        books.add(world.dice.of("Customer", "Vendor"), name, Map.of());
    }

    private void restore() {
        if (backup != null) {
            world.trace.add("the backup is restored");
            books.restore(backup);
            world.others.clear();
            world.restored = true;
        }
    }

    /** A field that the app does not send. */
    private static String other(Ledger.Entry entry) {
        return entry.tag().startsWith("#customer")
                ? "Fax"
                : entry.tag().startsWith("#item") ? "ManufacturerPartNumber" : "PONumber";
    }

    private static String ours(Ledger.Entry entry) {
        return entry.tag().startsWith("#customer")
                ? "Phone"
                : entry.tag().startsWith("#item") ? "SalesOrPurchase/Desc" : "Memo";
    }

    /** What the desk cannot do: whatever is inactive is made active. */
    void makesAllActive() {
        world.ledger.living().values().stream().flatMap(List::stream).forEach(entry -> {
            if ("false".equals(entry.fields().get("IsActive"))) {
                told("makes active", entry, () -> books.setActive(entry.id(), true));
            }
        });
    }

    void closesAllWindows() {
        windows.forEach(id -> {
            try {
                books.close(id);
            } catch (Refused gone) {
                world.trace.add("a window of what is gone");
            }
        });
        windows.clear();
    }
}
