package dev.relink.simulator.practice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows around its content.
 *
 * @param relink address of Relink
 * @param note what came of the last act, shown once
 */
public record Frame(
        String title,
        String relink,
        List<Section> files,
        @Nullable Note note) {
    /** Practice books in the bar: a company file or a realm. */
    public record Section(String text, String icon, String href, boolean current) {}

    /** @param refused true when QuickBooks did nothing */
    public record Note(String text, boolean refused) {}
}
