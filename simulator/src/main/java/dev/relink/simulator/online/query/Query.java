package dev.relink.simulator.online.query;

import dev.relink.simulator.online.books.EntityType;
import java.util.List;

/**
 * A query that was understood.
 *
 * @param count whether only the number is wanted
 * @param properties what is wanted of each object; empty is everything
 * @param conditions all of them must hold
 * @param start position of the first row, from 1
 * @param max how many rows at most
 */
public record Query(
        EntityType type,
        boolean count,
        List<String> properties,
        List<Condition> conditions,
        List<Order> orders,
        int start,
        int max) {
    /** How many rows there are when nobody says. */
    public static final int USUAL = 100;
    /** How many rows there may be. */
    public static final int MOST = 1_000;

    /** By what the rows are sorted. */
    public record Order(String property, boolean descending) {}

    /** @param projections whether a list of properties may stand in the place of * */
    public static Query parse(String text, boolean projections) {
        return new Parser(Lexer.tokens(text), projections).query();
    }
}
