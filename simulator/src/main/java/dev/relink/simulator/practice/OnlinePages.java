package dev.relink.simulator.practice;

import dev.relink.simulator.online.CallLog;
import dev.relink.simulator.online.Realm;
import dev.relink.simulator.online.books.EntityType;
import dev.relink.simulator.online.oauth.Connection;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts together what the page shows of a realm. */
final class OnlinePages {
    private static final int CALLS = 14;

    private final PracticeRealms realms;
    private final Frames frames;

    OnlinePages(PracticeRealms realms, Frames frames) {
        this.realms = realms;
        this.frames = frames;
    }

    static String here(Realm realm) {
        return "/online/books/" + realm.id();
    }

    Frame frame(Realm realm, String title, Frame.@Nullable Note note) {
        return frames.frame(title, here(realm), note);
    }

    OnlinePage page(Realm realm, View view, DesktopPage.@Nullable Question question, Frame.@Nullable Note note) {
        boolean gone = view.list().equals(OnlineRows.DELETED);
        OnlineTab tab = OnlineTab.of(view.list());
        OnlineRows rows = OnlineRows.of(realm, view);
        String here = here(realm);
        List<DesktopPage.Trouble> more = OnlineTroubles.more(realm);
        return new OnlinePage(
                frame(realm, realm.profile().name(), note),
                here,
                realm.id(),
                view.list(),
                gone ? "deleted record" : tab.one(),
                here + view.query(),
                tabs(realm, view),
                view.search(),
                !gone && tab.type().isList(),
                gone,
                view.inactiveToo(),
                gone ? "Deleted" : capital(tab.one()),
                gone ? "When" : tab.amount(),
                rows.rows(),
                view.search().isEmpty() ? "Nothing here yet." : "Nothing matches “" + view.search() + "”.",
                range(view, rows),
                view.page() > 1 ? here + view.onPage(view.page() - 1).query() : null,
                view.offset() + View.ROWS < rows.total()
                        ? here + view.onPage(view.page() + 1).query()
                        : null,
                apps(realm),
                calls(realm),
                OnlineTroubles.usual(realm),
                more,
                more.stream().anyMatch(DesktopPage.Trouble::on),
                closingDate(realm),
                question);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.US) + word.substring(1);
    }

    private static String range(View view, OnlineRows rows) {
        return "%d to %s of %s"
                .formatted(view.offset() + 1, number(view.offset() + rows.rows().size()), number(rows.total()));
    }

    private static String number(int number) {
        return NumberFormat.getIntegerInstance(Locale.US).format(number);
    }

    private static List<DesktopPage.Tab> tabs(Realm realm, View view) {
        var tabs = new ArrayList<DesktopPage.Tab>();
        for (OnlineTab tab : OnlineTab.values()) {
            int count = realm.bookkeeper().count(tab.type());
            if (tab != OnlineTab.DEPOSITS || count > 0) {
                tabs.add(tab(realm, view, tab.title(), tab.type().path(), count));
            }
        }
        tabs.add(tab(
                realm,
                view,
                "Deleted",
                OnlineRows.DELETED,
                realm.bookkeeper().deleted().size()));
        return tabs;
    }

    private static DesktopPage.Tab tab(Realm realm, View view, String title, String path, int count) {
        return new DesktopPage.Tab(
                title, here(realm) + view.onList(path).query(), view.list().equals(path), number(count));
    }

    private List<OnlinePage.Connected> apps(Realm realm) {
        var minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
                .withZone(realm.profile().zone());
        return realms.online().oauth().connections(realm.id()).stream()
                .map((Connection each) -> new OnlinePage.Connected(
                        each.app().clientId(), each.app().name(), minute.format(each.since()), each.revoked()))
                .toList();
    }

    private static List<OnlinePage.CallRow> calls(Realm realm) {
        var second =
                DateTimeFormatter.ofPattern("HH:mm:ss").withZone(realm.profile().zone());
        List<CallLog.Call> all = realm.calls().last();
        return all.subList(Math.max(0, all.size() - CALLS), all.size()).stream()
                .map(call -> new OnlinePage.CallRow(second.format(call.when()), text(call), kind(call)))
                .toList();
    }

    private static String text(CallLog.Call call) {
        String path = java.net.URLDecoder.decode(call.path(), java.nio.charset.StandardCharsets.UTF_8);
        String answer =
                call.status() == 0 ? "no answer" : call.status() + (call.code().isEmpty() ? "" : " " + call.code());
        return call.method() + " " + path + "  " + answer + (call.replayed() ? " (replayed)" : "");
    }

    private static String kind(CallLog.Call call) {
        if (call.status() == 0) {
            return "odd";
        }
        return call.status() == 200 ? "good" : "bad";
    }

    private static String closingDate(Realm realm) {
        return realm.bookkeeper()
                .all(EntityType.PREFERENCES)
                .getFirst()
                .fields()
                .path("AccountingInfoPrefs")
                .path("BookCloseDate")
                .asString("");
    }
}
