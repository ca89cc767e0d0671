package dev.relink.admin;

import dev.relink.catalogue.CatalogueEntry;
import dev.relink.catalogue.CatalogueEntry.Example;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Guide;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.RepairKind;
import dev.relink.catalogue.Sample;
import dev.relink.catalogue.TradeWord;
import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the page of one status code shows.
 *
 * @param message that was pasted; empty = none
 * @param isKnown false when the catalogue has only its general guide for it
 * @param samples every reading of the code but its plain one, each by a message
 * @param alike what is easily confused with it
 */
public record StatusCodeView(
        CatalogueEntry entry,
        Decoded decoded,
        String message,
        boolean isKnown,
        List<Sample> samples,
        List<CatalogueEntry> alike) {

    private static final int FEW = 5;

    public StatusCodeView {
        samples = List.copyOf(samples);
        alike = List.copyOf(alike);
    }

    public StatusCode code() {
        return decoded.code();
    }

    public Guide.Told guide() {
        return decoded.guide(Map.of());
    }

    /** The words of our trade in the guide, for those who do not know them. */
    public List<TradeWord> words() {
        Guide.Told told = guide();
        return TradeWord.in(String.join(
                " ",
                told.problem(),
                told.why(),
                told.fix(),
                told.causes().toString(),
                told.next(),
                told.articles(),
                told.meaning()));
    }

    /** On which leg it arrives, in answer to what. */
    public String arrivesOn() {
        return Arrival.of(decoded);
    }

    /** What the message itself told, by plain names. */
    public List<Choice> facts() {
        return decoded.facts().entrySet().stream()
                .filter(fact -> !List.of("message", "head", "tail").contains(fact.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> new Choice(fact.getValue(), words(fact.getKey())))
                .toList();
    }

    public String idReading() {
        return QuickBooksIdReading.of(decoded.facts().getOrDefault("oldId", ""));
    }

    public String address() {
        return "/status-codes/" + code().platform().word() + "/" + code().code();
    }

    /** Messages of the reading that is shown; a few of all, where it has none of its own. */
    public List<Example> examples() {
        String reading = decoded.variant() == null ? Example.PLAIN : decoded.variant();
        List<Example> own = entry.examples().stream()
                .filter(example -> example.variant().equals(reading))
                .toList();
        return own.isEmpty() ? entry.examples().stream().limit(FEW).toList() : own;
    }

    /** Other messages or operations under the same code, but not the reading that is shown. */
    public List<Sample> others() {
        return samples.stream()
                .filter(sample -> !sample.variant().name().equals(decoded.variant()))
                .toList();
    }

    /** "On a query", where the operation decides and not the words; else nothing. */
    public String operations(Sample sample) {
        return sample.variant().operations().isEmpty()
                ? ""
                : sample.variant().operations().stream()
                        .sorted()
                        .map(StatusCodeView::on)
                        .collect(Collectors.joining(" or "));
    }

    private static String on(Operation operation) {
        return switch (operation) {
            case ADD -> "when something new is sent";
            case MOD -> "when something is changed";
            case QUERY -> "when Relink only looks something up";
            case DELETE -> "when something is deleted";
            case VOID -> "when something is voided";
        };
    }

    /** The page with that message pasted. */
    public String address(Sample sample) {
        return address() + "?message=" + URLEncoder.encode(sample.example().message(), StandardCharsets.UTF_8)
                + "&operation=" + sample.operation().word();
    }

    /** The words of the pasted message that decide; empty when none does, or none was pasted. */
    public String provingWords() {
        return message.isEmpty() || decoded.variant() == null
                ? ""
                : entry.variants().stream()
                        .filter(variant -> variant.name().equals(decoded.variant()))
                        .findFirst()
                        .map(variant -> variant.proof(message).words())
                        .orElse("");
    }

    public String repairs() {
        return decoded.repairs().isEmpty()
                ? "none needed"
                : decoded.repairs().stream().map(RepairKind::label).collect(Collectors.joining(", "));
    }

    public Tone tone() {
        return Health.tone(decoded.severity());
    }

    public String severity() {
        String word = decoded.severity().word();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** "Recorded", and its remark. */
    public String standing() {
        String word = decoded.standing().split(";", 2)[0].strip();
        return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    public String remark() {
        String[] parts = decoded.standing().split(";", 2);
        return parts.length < 2 ? "" : parts[1].strip();
    }

    public Tone standingTone() {
        return switch (standing()) {
            case "Recorded" -> Tone.OK;
            case "Documented" -> Tone.WAIT;
            default -> Tone.YOU;
        };
    }

    public static String label(Platform platform) {
        return switch (platform) {
            case DESKTOP -> "QuickBooks Desktop (qbXML)";
            case HRESULT -> "QuickBooks Desktop (connection)";
            case WEB_CONNECTOR -> "Web Connector";
            case ONLINE -> "QuickBooks Online";
        };
    }

    private static String words(String key) {
        return switch (key) {
            case "oldId" -> "ID";
            case "referenceType" -> "kind of entry";
            case "companyFile" -> "company file";
            default -> key;
        };
    }
}
