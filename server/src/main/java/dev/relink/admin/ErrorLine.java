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
import dev.relink.repair.ClearIdRule;
import dev.relink.repair.Lookalike;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record that is not in step, told to a person.
 *
 * @param decoded its failure; null when nothing failed
 * @param lookalike what QuickBooks likely has of it under another ID; null when nothing is known
 */
public record ErrorLine(
        ErrorRow row, @Nullable Decoded decoded, @Nullable Lookalike lookalike, Map<String, String> names) {

    /** For {@code company} and {@code companyFile} see {@link dev.relink.catalogue.Placeholder}. */
    static ErrorLine of(ErrorRow row, Decoder decoder, @Nullable Lookalike lookalike, Map<String, String> ofCompany) {
        var failure = row.failure();
        Decoded decoded = failure == null
                ? null
                : decoder.decode(StatusCode.parse(failure.code()), failure.message(), operation(failure.verb()));
        return new ErrorLine(row, decoded, lookalike, names(row, ofCompany));
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

    /** For an address. */
    public String encodedKey() {
        return Queries.encoded(key());
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

    /** "2 tries"; of what was foreseen, that it was not sent. */
    public String tried() {
        if (row.failure() == null || row.failure().foreseen()) {
            return "not sent";
        }
        return row.failure().tries() == 1 ? "1 try" : row.failure().tries() + " tries";
    }

    /** One sentence. */
    public String problem() {
        return Advice.problem(this);
    }

    /** One sentence. */
    public String fix() {
        return Advice.fix(this);
    }

    /** Why Clear ID is not for it; empty when it may be pressed. */
    public String whyNotClear() {
        return Objects.requireNonNullElse(
                ClearIdRule.whyNot(
                        row.isUnsettled(),
                        row.quickbooksId(),
                        code(),
                        row.failure() == null ? List.of() : row.failure().repairs(),
                        row.oldIdAnswered()),
                "");
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

    public boolean isOffered(RepairKind kind) {
        return row.failure() != null && row.failure().repairs().contains(kind.word());
    }

    /** What may be done about it by this page's reader, most useful first. Nothing while its outcome is not known. */
    public List<RepairButton> buttons(Page page) {
        if (row.failure() == null || !page.mayOperate() || row.isUnsettled()) {
            return List.of();
        }
        return row.failure().repairs().stream()
                .flatMap(word -> Word.find(RepairKind.values(), word).stream())
                .map(kind -> RepairButton.of(kind, decoded, row.key().type()))
                .filter(button -> page.mayAdmin() || button.kind() != RepairKind.CREATE_NEW)
                .sorted(Comparator.comparingInt(button -> Advice.rank(this, button.kind())))
                .toList();
    }

    /** In a table's row: Skip stands in the bar below unless it is all there is. */
    public List<RepairButton> fewButtons(Page page) {
        List<RepairButton> all = buttons(page);
        List<RepairButton> useful = all.stream()
                .filter(button -> button.kind() != RepairKind.SKIP)
                .filter(button -> button.kind() != RepairKind.SEND_AGAIN || all.size() <= 2 || row.oldIdAnswered())
                .limit(Advice.isSettledByOne(this) ? 1 : 2)
                .toList();
        return useful.isEmpty() ? all : useful;
    }

    /** For the script that counts ticked rows: what each bulk button could do to it. */
    public String repairs() {
        if (row.failure() == null) {
            return "";
        }
        var words = new ArrayList<>(row.failure().repairs());
        if (!whyNotClear().isEmpty()) {
            words.remove(RepairKind.CLEAR_ID.word());
        }
        if (lookalike == null) { // by the hundred each goes to its own twin
            words.remove(RepairKind.RELINK.word());
        }
        return String.join(" ", words);
    }
}
