package dev.relink.simulator.practice;

import io.javalin.http.Context;

/** Which part of a company file a person looks at; it travels in the address. */
record View(String list, String search, boolean inactiveToo, int page) {
    static final int ROWS = 12;

    static View of(Context ctx) {
        return of(ctx, Menu.CUSTOMERS.path());
    }

    /** @param first the list that is shown when the address names none */
    static View of(Context ctx, String first) {
        int page = ctx.queryParamAsClass("page", Integer.class).getOrDefault(1);
        return new View(
                ctx.queryParamAsClass("list", String.class).getOrDefault(first),
                ctx.queryParamAsClass("q", String.class).getOrDefault("").strip(),
                "all".equals(ctx.queryParam("show")),
                Math.max(1, page));
    }

    int offset() {
        return (page - 1) * ROWS;
    }

    View onPage(int other) {
        return new View(list, search, inactiveToo, other);
    }

    View onList(String other) {
        return new View(other, "", false, 1);
    }

    /** The query that leads here, as short as can be. */
    String query() {
        var query = new StringBuilder("?list=" + DesktopPage.encoded(list));
        if (!search.isEmpty()) {
            query.append("&q=").append(DesktopPage.encoded(search));
        }
        if (inactiveToo) {
            query.append("&show=all");
        }
        if (page > 1) {
            query.append("&page=").append(page);
        }
        return query.toString();
    }
}
