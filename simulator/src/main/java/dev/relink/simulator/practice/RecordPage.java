package dev.relink.simulator.practice;

import java.util.List;
import java.util.Map;

/**
 * One record with all its fields.
 *
 * @param change where the form of a field goes
 * @param raw the record as QuickBooks would answer it
 * @param form of {@code raw}: XML or JSON
 * @param books what the record is in, in a sentence
 * @param example a field that may be set
 */
public record RecordPage(
        Frame frame,
        String here,
        String back,
        String id,
        String name,
        Map<String, String> fields,
        String raw,
        String form,
        String books,
        String example,
        String change,
        List<Act> acts) {

    /** A button. */
    public record Act(String text, String href) {}
}
