package dev.relink.admin;

import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Guide;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.RepairKind;
import dev.relink.catalogue.Word;
import dev.relink.connector.StatusCode;
import dev.relink.cycle.Match;
import dev.relink.entity.EntityTypes;
import dev.relink.platform.Json;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record that is not in step, told to a person.
 *
 * @param decoded its failure; null when nothing failed
 */
public record ErrorLine(ErrorRow row, @Nullable Decoded decoded, Map<String, String> names) {

    /** For {@code company} and {@code companyFile} see {@link dev.relink.catalogue.Placeholder}. */
    static ErrorLine of(ErrorRow row, Decoder decoder, Map<String, String> ofCompany) {
        var failure = row.failure();
        Decoded decoded = failure == null
                ? null
                : decoder.decode(StatusCode.parse(failure.code()), failure.message(), operation(failure.verb()));
        return new ErrorLine(row, decoded, names(row, ofCompany));
    }

    private static Operation operation(String verb) {
        return Word.find(Operation.values(), verb).orElse(Operation.MOD);
    }

    private static Map<String, String> names(ErrorRow row, Map<String, String> ofCompany) {
        Map<String, String> names = new HashMap<>(ofCompany);
        boolean numbered = EntityTypes.of(row.key().type())
                .filter(type -> type.isTransaction() && row.name().matches("\\S+"))
                .isPresent();
        names.put(numbered ? "number" : "name", row.name());
        names.put("type", kindOf(row).inSentence());
        if (row.quickbooksId() != null) {
            names.put("oldId", row.quickbooksId());
        }
        return names;
    }

    private static Kind kindOf(ErrorRow row) {
        return Kind.of(row.key().type());
    }

    public Kind kind() {
        return kindOf(row);
    }

    public String name() {
        return row.name();
    }

    public String summary() {
        return row.summary();
    }

    /** As tick boxes and buttons send it. */
    public String key() {
        return row.key().type() + "/" + row.key().id();
    }

    public String recordAddress(Page page) {
        return page.at(
                "/records/" + row.key().type() + "/" + Queries.encoded(row.key().id()));
    }

    /** Its error's page, or its record's where nothing failed. */
    public String address(Page page) {
        return row.failure() == null
                ? recordAddress(page)
                : page.at("/errors/" + row.failure().id());
    }

    public @Nullable String code() {
        return row.failure() == null ? null : row.failure().code();
    }

    public ErrorRow.@Nullable Parent waitsOn() {
        return row.waitsOn();
    }

    public long blocks() {
        return row.blocks();
    }

    public ErrorRow.@Nullable Failure failure() {
        return row.failure();
    }

    /** One sentence. */
    public String problem() {
        if (row.state().equals("in-doubt")) {
            return "The answer to its last write was lost: whether QuickBooks has it is not known yet.";
        }
        if (row.waitsOn() != null) {
            return "Waits on " + Kind.of(row.waitsOn().key().type()).inSentence() + " "
                    + row.waitsOn().name() + ".";
        }
        if (row.state().isEmpty()) {
            return row.skipped() == null ? "Not sent: the flow of its type is off." : row.skipped();
        }
        return decoded == null ? "Held, and nothing tells why." : decoded.problem(names);
    }

    /** One sentence. */
    public String fix() {
        if (row.state().equals("in-doubt")) {
            return "Looked up in QuickBooks first at the next run; never sent again blindly.";
        }
        if (row.waitsOn() != null) {
            return "Goes by itself once that is in QuickBooks.";
        }
        if (row.state().isEmpty()) {
            return row.skipped() == null ? "Switch the flow on." : "Sent when the app changes it again.";
        }
        Match twin = twin();
        if (twin != null && isOffered(RepairKind.RELINK)) {
            return "Relink to **" + twin.name() + "**: " + twin.score() + " % alike.";
        }
        return decoded == null ? "Open the record." : decoded.fix(names);
    }

    public Guide.Told guide() {
        return Objects.requireNonNull(decoded).guide(names);
    }

    /** What a look-up found in QuickBooks, the likeliest first. */
    public List<Match> found() {
        var failure = row.failure();
        Match[] matches = failure == null ? null : Json.readOrNull(failure.found(), Match[].class);
        return matches == null
                ? List.of()
                : Arrays.stream(matches)
                        .sorted((a, b) -> Integer.compare(b.score(), a.score()))
                        .toList();
    }

    /** The only thing of the same type that QuickBooks has like it; null when there is none, or more than one. */
    public @Nullable Match twin() {
        List<Match> same = found().stream()
                .filter(match -> match.type().equals(row.key().type()))
                .toList();
        return same.size() == 1 ? same.getFirst() : null;
    }

    public boolean isOffered(RepairKind kind) {
        return row.failure() != null && row.failure().repairs().contains(kind.word());
    }

    /** What may be done about it by this page's reader, most useful first. Nothing while its outcome is not known. */
    public List<RepairButton> buttons(Page page) {
        if (row.failure() == null
                || !page.mayOperate()
                || List.of("in-doubt", "in-flight").contains(row.state())) {
            return List.of();
        }
        return row.failure().repairs().stream()
                .flatMap(word -> Word.find(RepairKind.values(), word).stream())
                .map(kind -> RepairButton.of(kind, decoded, row.key().type()))
                .filter(button -> page.mayAdmin() || !button.forAdmins())
                .toList();
    }

    /** In a table's row: Skip stands in the bar below unless it is all there is. */
    public List<RepairButton> fewButtons(Page page) {
        List<RepairButton> all = buttons(page);
        List<RepairButton> useful = all.stream()
                .filter(button -> button.kind() != RepairKind.SKIP)
                .limit(3)
                .toList();
        return useful.isEmpty() ? all : useful;
    }

    /** For the script that counts ticked rows. */
    public String repairs() {
        return row.failure() == null ? "" : String.join(" ", row.failure().repairs());
    }
}
