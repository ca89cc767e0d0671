package dev.relink.syncerror;

/** The statements of {@link ErrorLists}. What stands in braces is filled in by the order that is asked for. */
final class ListStatements {

    private ListStatements() {}

    static final String UNNESTED =
            " unnest(:states::text[], :types::text[], :facets::bigint[]) with ordinality as f(state, type, facet, n) ";

    static final String OF_FACET =
            " from sync_error e where e.company_id = :company and e.state = f.state and e.facet = f.facet ";

    static final String WORDS =
            " and sync_error_terms(e.company_id, e.sought, e.record_id, e.message) @@ :words::tsquery ";

    /** A plain condition and no join: a join need not keep the order in which rows are walked through. */
    static final String OF_FACETS = " and e.state || e.facet = any(:of::text[]) ";

    static final String MERGED = "select x.id from" + UNNESTED
            + "cross join lateral (select e.id, {facet columns}" + OF_FACET
            + "{behind} order by {order} limit :end) x";

    /**
     * Where much matches and the page is far behind, the whole list is leafed through, in an index alone: to merge so much of
     * each facet would cost more. The limit is as in {@link #WALKED}.
     */
    static final String LEAFED =
            "select x.id from (select e.id, {columns} from (select e.id, e.last_seen, e.first_seen, e.state,"
                    + " e.facet from sync_error e where e.company_id = :company order by {order} limit (select 2147483647)) e"
                    + " where true" + OF_FACETS + "limit :end) x";

    /**
     * {@code offset 0} has the words looked up alone, whatever the statement is planned for; and no index answers the
     * comparison of the company, which each of the words names as well: all of its errors would be read beside.
     */
    static final String WITH_WORDS =
            " from (select * from sync_error e where e.company_id is not distinct from :company" + WORDS
                    + "offset 0) e where true";

    static final String FOUND_ONCE =
            "with found as materialized (select e.id, e.state || e.facet as facet, {columns}" + WITH_WORDS
                    + OF_FACETS + "limit :most), counted as (select facet, count(*) as n from found group by facet)"
                    + " select array(select facet from counted order by facet) as facets,"
                    + " array(select n from counted order by facet) as counts, array({list}) as ids";

    static final String FOUND = "select x.id from (select * from found e where true {behind}) x";

    /**
     * The limit keeps what is sought out of the walk: it is tried on each row until enough are found. It is no constant, so
     * that the planner thinks of few rows and walks through the index, where it would sort all.
     */
    static final String WALKED = "select x.id from (select e.id, {columns} from (select * from sync_error e"
            + " where e.company_id = :company {behind} order by e.last_seen desc, e.id desc"
            + " limit (select 2147483647)) e"
            + " where (' ' || coalesce(e.sought, '') || ' ' || lower(left(e.record_id, 500)) || ' '"
            + " || lower(left(e.message, 500))) ~ all(:patterns::text[])"
            + OF_FACETS + "limit :end) x";

    /** What at most {@link Count#LIMIT} records wait on, and how many each. */
    static final String WAITED_ON = """
            waited_on as materialized (
              select waits_on_type, waits_on_id, count(*) as blocks from (
                select waits_on_type, waits_on_id from pending_sync
                 where company_id = :company and state = 'waiting-on-parent' limit :most) w
               group by waits_on_type, waits_on_id
            )""";

    /** Of the newest of each facet enough are taken for the page, whichever of them stand before it already. */
    static final String BLOCKING = """
            with f as materialized (select * from unnest(:states::text[], :facets::bigint[]) as f(state, facet)),
            {waited on}, blocking as materialized (
              select e.id, e.last_seen, w.blocks from waited_on w
               cross join lateral (select * from sync_error x where x.company_id = :company and x.type = w.waits_on_type
                                      and x.record_id = w.waits_on_id offset 0) e
                join f on f.state = e.state and f.facet = e.facet
            ), others as (
              select e.id, e.last_seen from f
               cross join lateral (select x.id, x.last_seen from sync_error x where x.company_id = :company
                                      and x.state = f.state and x.facet = f.facet
                                    order by x.last_seen desc, x.id desc limit :end) e
               order by e.last_seen desc, e.id desc limit :end
            )
            select id from (select * from blocking
                            union all
                            select o.id, o.last_seen, 0 from others o where o.id not in (select b.id from blocking b)) x
             order by blocks desc, last_seen desc, id desc offset :skip limit :size
            """.replace("{waited on}", WAITED_ON);

    static final String GROUPED = """
            with f as materialized (select * from unnest(:states::text[], :types::text[], :facets::bigint[], :groups::integer[])
                                      as f(state, type, facet, part))
            """;

    static final String FIRST_OF_EACH = GROUPED + """
            , {waited on}, found as (
              select f.part, e.id, e.last_seen, w.blocks from waited_on w
               cross join lateral (select * from sync_error x where x.company_id = :company and x.type = w.waits_on_type
                                      and x.record_id = w.waits_on_id offset 0) e
                join f on f.state = e.state and f.facet = e.facet
              union all
              select f.part, e.id, e.last_seen, 0 from f
               cross join lateral (select x.id, x.last_seen from sync_error x where x.company_id = :company
                                      and x.state = f.state and x.facet = f.facet
                                    order by x.last_seen desc, x.id desc limit :size) e
            ), placed as (
              select part, id, row_number() over (partition by part order by max(blocks) desc, last_seen desc, id desc) as place
                from found group by part, id, last_seen
            )
            select id from placed where place <= :size order by part, place
            """.replace("{waited on}", WAITED_ON);

    static final String COUNTED_FOUND = "select count(*) from (select" + WITH_WORDS + OF_FACETS + "limit :most) x";
}
