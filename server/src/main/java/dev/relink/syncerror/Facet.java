package dev.relink.syncerror;

import java.util.List;

/**
 * What a group of sync errors has in common: all that a list can be filtered by. There are few, however many errors.
 *
 * @param id of everything but the state
 */
public record Facet(
        long id, String state, String type, String code, String variant, String family, List<String> repairs) {

    public Facet {
        repairs = List.copyOf(repairs);
    }

    /** Code, a blank, variant: what errors of one cause have in common. */
    public String cause() {
        return code + " " + variant;
    }
}
