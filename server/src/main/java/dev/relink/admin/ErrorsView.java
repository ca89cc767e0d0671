package dev.relink.admin;

import dev.relink.catalogue.RepairKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors page.
 *
 * @param causes all of this tab, whatever the filter
 * @param resolved instead of groups, on that tab
 * @param views this reader's own
 * @param clearable of all that match
 */
public record ErrorsView(
        ErrorFilter filter,
        Standing standing,
        List<Cause> causes,
        List<ErrorGroup> groups,
        List<Resolved> resolved,
        List<SavedView> views,
        long clearable,
        Pager pager) {

    public String summary() {
        long errors = standing.errors();
        if (errors == 0) {
            return "No errors.";
        }
        long blocking = causes.stream().filter(cause -> cause.blocked() > 0).count();
        String found = filter.tab() == ErrorTab.OPEN
                ? " from " + (causes.size() == 1 ? "one cause" : Times.grouped(causes.size()) + " causes")
                : "";
        String all = (errors == 1 ? "1 error" : Times.grouped(errors) + " errors") + found + ".";
        return filter.tab() == ErrorTab.OPEN && blocking > 0
                ? all + " " + (blocking == 1 ? "One of the causes holds" : blocking + " of the causes hold") + " back "
                        + Times.grouped(blocked()) + (blocked() == 1 ? " more record." : " more records.")
                : all;
    }

    private long blocked() {
        return causes.stream().mapToLong(Cause::blocked).sum();
    }

    public long matching() {
        return pager.total();
    }

    /** More match than this page shows, so “all” must be asked for. */
    public boolean isPart() {
        return matching()
                > groups.stream().mapToInt(group -> group.lines().size()).sum();
    }

    public boolean canTick(Page page) {
        return page.mayOperate() && (filter.tab() == ErrorTab.OPEN || filter.tab() == ErrorTab.RETRYING);
    }

    public RepairButton clearId() {
        return new RepairButton(RepairKind.CLEAR_ID, RepairKind.CLEAR_ID.label());
    }

    /** Behind “More” in the bar of the ticked rows. */
    public List<RepairButton> rarer(Page page) {
        return RepairButton.rarer(page);
    }

    public List<Choice> types() {
        return Kind.choices();
    }

    public List<Choice> causeChoices() {
        return causes.stream()
                .map(cause -> new Choice(cause.key(), cause.title() + " (" + Times.grouped(cause.errors()) + ")"))
                .toList();
    }

    public List<Choice> families() {
        Map<String, String> families = new LinkedHashMap<>();
        causes.forEach(
                cause -> families.put(cause.family().word(), cause.family().label()));
        return families.entrySet().stream()
                .map(family -> new Choice(family.getKey(), family.getValue()))
                .toList();
    }

    public List<Choice> fixers() {
        return causes.stream()
                .map(Cause::who)
                .distinct()
                .map(who -> new Choice(who.word(), "For " + who.label()))
                .toList();
    }

    /** The record that all shown wait on; null when they are not shown for one. */
    public ErrorRow.@Nullable Parent waitsOn() {
        return filter.on().isEmpty() || groups.isEmpty()
                ? null
                : groups.getFirst().lines().getFirst().waitsOn();
    }

    public List<Choice> repairs() {
        return Arrays.stream(RepairKind.values())
                .map(kind -> new Choice(kind.word(), kind.label()))
                .toList();
    }

    /** When there is nothing to show. */
    public String empty() {
        if (filter.isFiltered()) {
            return "No error matches;";
        }
        return switch (filter.tab()) {
            case OPEN -> "No errors: nothing waits for you here.";
            case WAITING_ON_PARENT -> "Nothing waits on another record.";
            case IN_DOUBT -> "Nothing in doubt: the outcome of every write is known.";
            case RETRYING -> "Nothing is being tried again.";
            case RESOLVED -> "Nothing failed and was settled within the last 7 days.";
            case SKIPPED -> "Nothing is skipped.";
        };
    }

    /** The heading of the column that tells when. */
    public boolean isTried() {
        return filter.tab() == ErrorTab.OPEN || filter.tab() == ErrorTab.RETRYING;
    }
}
