package dev.relink.simulator.practice;

import dev.relink.simulator.practice.DesktopPage.Connector;
import dev.relink.simulator.practice.DesktopPage.LogRow;
import dev.relink.simulator.practice.DesktopPage.Tab;
import dev.relink.simulator.webconnector.LogLine;
import dev.relink.simulator.webconnector.Run;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts together what the page shows of a company file. */
final class DesktopPages {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(PracticeFile.ZONE);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm").withZone(PracticeFile.ZONE);

    private final Schedule schedule;
    private final Frames frames;

    DesktopPages(Schedule schedule, Frames frames) {
        this.schedule = schedule;
        this.frames = frames;
    }

    static String here(PracticeFile file) {
        return "/desktop/" + file.id();
    }

    Frame frame(PracticeFile file, String title, Frame.@Nullable Note note) {
        return frames.frame(title, here(file), note);
    }

    DesktopPage page(PracticeFile file, View view, DesktopPage.@Nullable Question question, Frame.@Nullable Note note) {
        boolean deleted = view.list().equals(Rows.DELETED);
        Menu menu = deleted ? Menu.CUSTOMERS : Menu.of(view.list());
        boolean list = !deleted && !menu.isTransactions();
        Rows rows = Rows.of(file, view);
        return new DesktopPage(
                frame(file, file.name() + ".qbw", note),
                here(file),
                view.list(),
                deleted ? "deleted record" : menu.one(),
                here(file) + view.query(),
                tabs(file, view),
                view.search(),
                list,
                view.inactiveToo(),
                list,
                deleted ? "Deleted" : capital(menu.one()),
                menu.isTransactions() ? "TxnID" : "ListID",
                deleted
                        ? "When"
                        : menu.isTransactions()
                                ? "Total"
                                : menu == Menu.CUSTOMERS || menu == Menu.VENDORS ? "Balance" : "",
                rows.rows(),
                empty(view),
                range(view, rows),
                view.page() > 1 ? here(file) + view.onPage(view.page() - 1).query() : null,
                view.offset() + View.ROWS < rows.total()
                        ? here(file) + view.onPage(view.page() + 1).query()
                        : null,
                connector(file),
                Troubles.usual(file),
                Troubles.more(file),
                Troubles.more(file).stream().anyMatch(DesktopPage.Trouble::on) || file.hasBackup(),
                file.hasBackup(),
                file.closingDate(),
                question);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.US) + word.substring(1);
    }

    private static String empty(View view) {
        return view.search().isEmpty() ? "Nothing here yet." : "Nothing matches “" + view.search() + "”.";
    }

    private static String range(View view, Rows rows) {
        int first = view.offset() + 1;
        return "%d to %s of %s"
                .formatted(first, number(view.offset() + rows.rows().size()), number(rows.total()));
    }

    private static String number(int number) {
        return NumberFormat.getIntegerInstance(Locale.US).format(number);
    }

    private static List<Tab> tabs(PracticeFile file, View view) {
        var tabs = new ArrayList<Tab>();
        for (Menu menu : Menu.tabs()) {
            int count = Summary.count(file.bookkeeper(), menu);
            if (menu != Menu.ESTIMATES || count > 0) {
                tabs.add(tab(file, view, menu.title(), menu.path(), count));
            }
        }
        tabs.add(tab(
                file, view, "Deleted", Rows.DELETED, Deleted.of(file.books()).size()));
        return tabs;
    }

    private static Tab tab(PracticeFile file, View view, String title, String path, int count) {
        String href = here(file) + view.onList(path).query();
        return new Tab(title, href, view.list().equals(path), number(count));
    }

    private Connector connector(PracticeFile file) {
        Optional<Run> run = file.lastRun();
        boolean running = run.isPresent() && run.get().ended() == null;
        String last = run.map(each -> (running ? "running since " : "last run ") + MINUTE.format(each.started()))
                .orElse("never ran");
        return new Connector(
                !file.applications().isEmpty(),
                file.applications().isEmpty()
                        ? ""
                        : application(file.applications().getLast()),
                running,
                schedule.isOn(file),
                minutes(file),
                run.isPresent(),
                last,
                here(file) + "/log",
                here(file) + "/runs/" + (file.visits().size() - 1),
                run.map(DesktopPages::lines).orElse(List.of()));
    }

    private static String application(PracticeFile.Added added) {
        return added.qwc().appName() + ", user " + added.qwc().userName();
    }

    private static long minutes(PracticeFile file) {
        Duration every = Schedule.interval(file);
        return Math.max(1, every.toMinutes());
    }

    static List<LogRow> lines(Run run) {
        return run.log().stream().map(DesktopPages::line).toList();
    }

    private static LogRow line(LogLine line) {
        return new LogRow(
                SECOND.format(line.at()), line.text(), line.kind().name().toLowerCase(Locale.ROOT));
    }
}
