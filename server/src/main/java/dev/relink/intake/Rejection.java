package dev.relink.intake;

import dev.relink.entity.Problem;
import java.util.List;

/**
 * One line that was not taken.
 *
 * @param line counted from 1
 */
public record Rejection(long line, List<Problem> errors) {

    public Rejection {
        errors = List.copyOf(errors);
    }
}
