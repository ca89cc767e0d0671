package dev.relink.simulator.online.query;

/** A query that is not answered: it cannot be parsed (4000), or what it asks for is not there (4001). */
public final class QueryRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean parsed;

    QueryRefused(boolean parsed, String message) {
        super((parsed ? "QueryValidationError: " : "QueryParserError: ") + message);
        this.parsed = parsed;
    }

    /** Whether it could be parsed. */
    public boolean parsed() {
        return parsed;
    }

    static QueryRefused invalid(String message) {
        return new QueryRefused(true, message);
    }
}
