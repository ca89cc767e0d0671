package dev.relink.simulator.practice;

import java.util.List;
import java.util.Map;

/**
 * The page on which a person lets an app in.
 *
 * @param hidden what the app sent, to come back with the answer
 */
public record ConsentPage(Frame frame, String app, String action, Map<String, String> hidden, List<Choice> realms) {
    /** A company that the person may choose. */
    public record Choice(String id, String name) {}
}
