package dev.relink.catalogue;

import dev.relink.connector.StatusCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A status code and its message, read.
 *
 * @param variant the name of the refinement that the message matched; null = none
 * @param facts what the message itself tells, by {@link Placeholder#key()}; always {@code message} and {@code head}
 */
public record Decoded(
        StatusCode code, @Nullable String variant, Meaning meaning, String standing, Map<String, String> facts) {

    public Decoded {
        facts = Map.copyOf(facts);
    }

    public String name() {
        return meaning.name();
    }

    public Family family() {
        return meaning.family();
    }

    public Severity severity() {
        return meaning.severity();
    }

    public WhoCanFix whoCanFix() {
        return meaning.whoCanFix();
    }

    public Retry retry() {
        return meaning.retry();
    }

    /** What it means for the cycle. */
    public Decision outcome() {
        return meaning.outcome();
    }

    /** What may be done, most useful first. */
    public List<RepairKind> repairs() {
        return meaning.repairs();
    }

    /** The problem in one sentence. {@code names} are what we know of the record; they win over the message's words. */
    public String problem(Map<String, String> names) {
        return meaning.guide().problem(together(names));
    }

    /** The suggested action in one sentence. */
    public String fix(Map<String, String> names) {
        return meaning.guide().fix(together(names));
    }

    /** The whole guide for one record. */
    public Guide.Told guide(Map<String, String> names) {
        return meaning.guide().forRecord(together(names));
    }

    private Map<String, String> together(Map<String, String> names) {
        Map<String, String> all = new HashMap<>(facts);
        all.putIfAbsent(Placeholder.TAIL.key(), all.getOrDefault(Placeholder.MESSAGE.key(), ""));
        all.putAll(names);
        return all;
    }
}
