package dev.relink.simulator.online.query;

import dev.relink.simulator.online.books.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of one property with values.
 *
 * @param values one, or several of {@link Operator#IN}
 */
public record Condition(String property, Operator operator, List<String> values) {
    /** How. */
    public enum Operator {
        EQUAL("="),
        LESS("<"),
        MORE(">"),
        AT_MOST("<="),
        AT_LEAST(">="),
        IN("IN"),
        LIKE("LIKE");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        static @Nullable Operator of(String sign) {
            return Arrays.stream(values())
                    .filter(operator -> operator.sign.equals(sign))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Whether the object has a value that compares so. Letters are the same whether large or small. */
    boolean holds(Entity entity, Column column) {
        String actual = column.read(entity);
        if (actual == null) {
            return false;
        }
        return switch (operator) {
            case EQUAL -> compare(column, actual) == 0;
            case LESS -> compare(column, actual) < 0;
            case MORE -> compare(column, actual) > 0;
            case AT_MOST -> compare(column, actual) <= 0;
            case AT_LEAST -> compare(column, actual) >= 0;
            case IN -> values.stream().anyMatch(value -> column.compare(actual, value) == 0);
            case LIKE -> matches(actual, values.getFirst());
        };
    }

    private int compare(Column column, String actual) {
        return column.compare(actual, values.getFirst());
    }

    private static boolean matches(String actual, String pattern) {
        String regex = Arrays.stream(pattern.toLowerCase(Locale.ROOT).split("%", -1))
                .map(Pattern::quote)
                .reduce((left, right) -> left + ".*" + right)
                .orElse("");
        return Pattern.compile(regex, Pattern.DOTALL)
                .matcher(actual.toLowerCase(Locale.ROOT))
                .matches();
    }
}
