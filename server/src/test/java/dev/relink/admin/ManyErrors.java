package dev.relink.admin;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Sample books with hundreds of errors on top, for tests outside of the pages. */
public final class ManyErrors {

    private ManyErrors() {}

    public static void make(JdbcClient jdbc, String company, int errors) {
        SampleBooks.make(jdbc, company, "");
        SampleBooks.addMany(jdbc, company, errors);
    }
}
