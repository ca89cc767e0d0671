package dev.relink.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long each list, filter, order, search and count takes, and the pages around them. */
final class ErrorLatencies {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 100;
    private static final double GOAL = 150;
    private static final String API = "/companies/" + ManyErrors.COMPANY;
    private static final Pattern ERROR = Pattern.compile("href=\"(" + API + "/errors/\\d+)\"");

    private final Table table;
    private final RelinkServer server;
    private final Visitor visitor;

    ErrorLatencies(Table table, RelinkServer server, Visitor visitor) {
        this.table = table;
        this.server = server;
        this.visitor = visitor;
    }

    void measure() throws Exception {
        for (var one : lists().entrySet()) {
            within("API: " + one.getKey(), n -> server.ask(API + "/sync-errors?" + one.getValue()));
        }
        pageAfterPage();
        oneAfterTheOther();
        within("API: exact counts of the company", n -> server.ask(API));
        for (var one : pages().entrySet()) {
            within("page: " + one.getKey(), n -> visitor.page(one.getValue()));
        }
        within("file: CSV of a hundred", n -> visitor.page(API + "/errors.csv?cause=desktop:3190+"));
        onePage();
    }

    private void within(String what, Latencies.Request request) throws Exception {
        var latencies = Latencies.of(WARM_UP, ROUNDS, request);
        table.within(GOAL, "%s (load %s)".formatted(what, Machine.load()), latencies);
    }

    private static Map<String, String> lists() {
        var lists = new LinkedHashMap<String, String>();
        lists.put("all", "limit=50");
        lists.put("all, 500 rows", "limit=500");
        lists.put("code, a third of all", "code=desktop:3120");
        lists.put("code, one in ten thousand", "code=desktop:3190");
        lists.put("type", "type=invoice");
        lists.put("family", "family=closed-period");
        lists.put("repair", "repair=clear-id");
        lists.put("repair, rare", "repair=reactivate");
        lists.put("code and type and repair", "code=desktop:3140&type=item&repair=sync-parent-first");
        lists.put("q: one record's number", "q=r77777");
        lists.put("q: one name of twenty", "q=hollis");
        lists.put("q: two words and a filter", "q=oakmont+church&code=desktop:3210");
        lists.put("q: nothing like it", "q=zzzyx");
        lists.put("q: a word of a third of the messages", "q=specified");
        return lists;
    }

    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("all companies", "/");
        pages.put("overview", API);
        pages.put("numbers of the navigation", API + "/counts");
        pages.put("errors by cause", API + "/errors");
        pages.put("errors by record", API + "/errors?by=record");
        pages.put("errors by age", API + "/errors?by=age");
        pages.put("errors by what they block", API + "/errors?by=blocks");
        pages.put("errors, last tried first", API + "/errors?by=tried");
        pages.put("errors by age, the 20th page", API + "/errors?by=age&page=20");
        pages.put("errors by age, the 100th page", API + "/errors?by=age&page=100");
        pages.put("errors by record, the 100th page", API + "/errors?by=record&page=100");
        pages.put("errors, one cause", API + "/errors?cause=desktop:3120+named");
        pages.put("errors, type", API + "/errors?type=vendor");
        pages.put("errors, family", API + "/errors?family=stale");
        pages.put("errors, repair", API + "/errors?repair=rename");
        pages.put("errors, who can fix it", API + "/errors?who=bookkeeper");
        pages.put("errors, one name of a hundred", API + "/errors?q=hollis+margaret");
        pages.put("errors, a word of a third of them", API + "/errors?q=specified");
        pages.put("errors, one record's number", API + "/errors?q=r77777");
        pages.put("retrying", API + "/errors?tab=retrying");
        pages.put("waiting on parent", API + "/errors?tab=waiting-on-parent");
        pages.put("in doubt", API + "/errors?tab=in-doubt");
        pages.put("resolved", API + "/errors?tab=resolved");
        pages.put("skipped", API + "/errors?tab=skipped");
        pages.put("pending", API + "/pending");
        pages.put("history", API + "/history");
        return pages;
    }

    private void pageAfterPage() throws Exception {
        String[] cursor = {""};
        within("API: page after page by cursor, to the 12,000th row", n -> {
            var answer = server.ask(API + "/sync-errors?limit=100" + cursor[0]);
            cursor[0] = "&cursor=" + answer.at("/nextCursor").asString();
        });
    }

    private void oneAfterTheOther() throws Exception {
        var ids = server.ask(API + "/sync-errors?limit=500").at("/items");
        within(
                "API: one error",
                n -> server.ask(API + "/sync-errors/" + ids.get(n).at("/id").asString()));
    }

    private void onePage() throws Exception {
        Matcher error = ERROR.matcher(visitor.page(API + "/errors"));
        if (!error.find()) {
            throw new IllegalStateException("The page of errors names none");
        }
        within("page: one error", n -> visitor.page(error.group(1)));
    }
}
