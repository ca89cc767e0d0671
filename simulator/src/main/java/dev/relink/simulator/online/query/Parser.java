package dev.relink.simulator.online.query;

import dev.relink.simulator.online.books.EntityType;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code SELECT * | COUNT(*) | a, b FROM Entity [WHERE a op v [AND ...]] [ORDERBY a [DESC], ...] [STARTPOSITION n] [MAXRESULTS m]},
 * the last two in either order.
 */
final class Parser {
    private final List<Token> tokens;
    private final boolean projections;
    private int at;

    Parser(List<Token> tokens, boolean projections) {
        this.tokens = tokens;
        this.projections = projections;
    }

    Query query() {
        expect("SELECT");
        boolean count = takeCount();
        List<String> properties = count ? List.of() : properties();
        expect("FROM");
        EntityType type = type(take(Token.Kind.WORD));
        List<Condition> conditions = accept("WHERE") ? conditions() : List.of();
        List<Query.Order> orders = orderBy() ? orders() : List.of();
        int start = 1;
        int max = Query.USUAL;
        while (peek().kind() != Token.Kind.END) {
            if (accept("STARTPOSITION")) {
                start = number(Integer.MAX_VALUE);
            } else if (accept("MAXRESULTS")) {
                max = number(Query.MOST);
            } else {
                throw unexpected();
            }
        }
        return new Query(type, count, properties, conditions, orders, start, max);
    }

    private boolean takeCount() {
        if (!accept("COUNT")) {
            return false;
        }
        expect("(");
        expect("*");
        expect(")");
        return true;
    }

    private List<String> properties() {
        if (accept("*")) {
            return List.of();
        }
        if (!projections) {
            throw unexpected();
        }
        var properties = new ArrayList<String>();
        do {
            properties.add(take(Token.Kind.WORD));
            accept(".");
        } while (accept(","));
        return properties;
    }

    private static EntityType type(String name) {
        return EntityType.of(name).orElseThrow(() -> QueryRefused.invalid("invalid context declaration: " + name));
    }

    private List<Condition> conditions() {
        var conditions = new ArrayList<Condition>();
        do {
            conditions.add(condition());
        } while (accept("AND"));
        return conditions;
    }

    private Condition condition() {
        String property = take(Token.Kind.WORD);
        if (accept("IN")) {
            return new Condition(property, Condition.Operator.IN, several());
        }
        if (accept("LIKE")) {
            return new Condition(property, Condition.Operator.LIKE, List.of(value()));
        }
        Condition.Operator operator = Condition.Operator.of(peek().text());
        if (operator == null || peek().kind() != Token.Kind.SIGN) {
            throw unexpected();
        }
        at++;
        return new Condition(property, operator, List.of(value()));
    }

    private List<String> several() {
        expect("(");
        var values = new ArrayList<String>();
        do {
            values.add(value());
        } while (accept(","));
        expect(")");
        return values;
    }

    private String value() {
        Token token = peek();
        boolean plain = token.kind() == Token.Kind.WORD && token.text().matches("(?i)true|false|-?\\d.*");
        if (token.kind() != Token.Kind.QUOTED && !plain) {
            throw unexpected();
        }
        at++;
        return token.text();
    }

    private boolean orderBy() {
        if (accept("ORDER")) {
            expect("BY");
            return true;
        }
        return accept("ORDERBY");
    }

    private List<Query.Order> orders() {
        var orders = new ArrayList<Query.Order>();
        do {
            String property = take(Token.Kind.WORD);
            boolean descending = accept("DESC");
            if (!descending) {
                accept("ASC");
            }
            orders.add(new Query.Order(property, descending));
        } while (accept(","));
        return orders;
    }

    private int number(int most) {
        String text = take(Token.Kind.WORD);
        if (!text.matches("\\d{1,9}")) {
            throw new QueryRefused(false, "Encountered \"" + text + "\" where a number is expected");
        }
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw QueryRefused.invalid("value " + number + " is too small. Min allowed value is 1");
        }
        if (number > most) {
            throw QueryRefused.invalid("value " + number + " is too large. Max allowed value is " + most);
        }
        return number;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean accept(String word) {
        boolean here = peek().kind() != Token.Kind.END && peek().is(word);
        at += here ? 1 : 0;
        return here;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw unexpected();
        }
    }

    private String take(Token.Kind kind) {
        if (peek().kind() != kind) {
            throw unexpected();
        }
        return tokens.get(at++).text();
    }

    private QueryRefused unexpected() {
        return new QueryRefused(false, "Encountered \"" + peek().text() + "\" at token " + (at + 1));
    }
}
