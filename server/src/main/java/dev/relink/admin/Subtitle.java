package dev.relink.admin;

/** The second line of a record: whose it is, as that is called now, and what intake wrote of it. SQL over record r. */
final class Subtitle {

    /** The id of a form's customer, or of a job's parent. */
    static final String WHOSE =
            "coalesce(r.snapshot ->> 'customer', case when r.type = 'customer' then r.snapshot ->> 'parent' end)";

    static final String JOIN =
            " left join record whose on whose.company_id = r.company_id and whose.type = 'customer' and whose.record_id = "
                    + WHOSE + "\n";

    static final String TEXT = "concat_ws(' \u00b7 ', whose.name, nullif(r.summary, ''))";

    private Subtitle() {}
}
