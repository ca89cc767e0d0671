package dev.relink.simulator.practice;

import dev.relink.simulator.desktop.CompanyFile;
import java.util.Arrays;
import java.util.Locale;

/** What a new company file holds. */
public enum Business {
    /** A tree-care company at work: customers, jobs, items, invoices, payments, vendors. */
    WHOLE,
    /** What a company has before its first day with an app: accounts, terms, codes, and two names that will collide. */
    LISTS,
    /** What QuickBooks puts into every company. */
    NONE;

    /** A company file of this name that holds it. */
    public CompanyFile open(String name) {
        var clock = new PastClock(PracticeFile.ZONE);
        CompanyFile books = CompanyFile.create(name, clock);
        switch (this) {
            case WHOLE -> new TreeCare(books, clock).whole();
            case LISTS -> new TreeCare(books, clock).lists();
            case NONE -> {}
        }
        clock.catchUp();
        return books;
    }

    static Business of(String word) {
        return Arrays.stream(values())
                .filter(business -> business.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a business is whole, lists or none, not " + word));
    }
}
