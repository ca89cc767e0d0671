package dev.relink.simulator.practice;

import java.util.List;
import java.util.Map;

/**
 * One record with all its fields.
 *
 * @param change where the form of a field goes
 * @param qbxml the record as QuickBooks would answer it
 */
public record RecordPage(
        Frame frame,
        String here,
        String back,
        String id,
        String name,
        Map<String, String> fields,
        String qbxml,
        String change,
        List<Act> acts) {

    /** A button. */
    public record Act(String text, String href) {}
}
