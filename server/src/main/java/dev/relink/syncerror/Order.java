package dev.relink.syncerror;

/** In which order a list of sync errors goes. */
public enum Order {
    /** Tried last first. */
    NEWEST("e.last_seen", "e.last_seen desc, e.id desc", "x.last_seen desc, x.id desc"),
    /** There longest first. */
    OLDEST("e.first_seen", "e.first_seen, e.id", "x.first_seen, x.id"),
    /** By type and name. */
    NAMED("e.type, e.sought, e.record_id", "e.sought, e.record_id", "x.type collate \"C\", x.sought, x.record_id"),
    /** What most records wait on first, then as {@link #NEWEST}. Not within a facet: {@link ErrorLists} merges it otherwise. */
    BLOCKING("""
            e.last_seen, (select count(*) from pending_sync w where w.company_id = e.company_id
                and w.state = 'waiting-on-parent' and w.waits_on_type = e.type and w.waits_on_id = e.record_id) as blocks""", "e.last_seen desc, e.id desc", "x.blocks desc, x.last_seen desc, x.id desc");

    private final String columns;
    private final String withinFacet;
    private final String over;

    Order(String columns, String withinFacet, String over) {
        this.columns = columns;
        this.withinFacet = withinFacet;
        this.over = over;
    }

    /** Beside the id; of the row, save the type, which the facet knows, so that the index alone is read. */
    String columns() {
        return columns;
    }

    /** The columns, from the facet where it has them. */
    String columnsWithinFacet() {
        return columns.replace("e.type", "f.type");
    }

    String withinFacet() {
        return withinFacet;
    }

    String over() {
        return over;
    }
}
