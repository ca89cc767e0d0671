package dev.relink.admin;

import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.CatalogueEntry;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Family;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.Sample;
import dev.relink.catalogue.Word;
import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /status-codes}: what every code means and what to do. Public, so that it can be linked from anywhere. */
@Controller
class StatusCodesPage {

    private final Catalogue catalogue;
    private final Decoder decoder;

    StatusCodesPage(Catalogue catalogue, Decoder decoder) {
        this.catalogue = catalogue;
        this.decoder = decoder;
    }

    @GetMapping("/status-codes")
    @Requires(Right.NONE)
    Html list(
            Page page,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String platform,
            @RequestParam(defaultValue = "") String family) {
        List<CatalogueEntry> found = (q.isBlank() ? catalogue.entries() : PastedText.find(q, catalogue))
                .stream()
                        .filter(entry -> platform.isEmpty()
                                || entry.code().platform().word().equals(platform))
                        .filter(entry -> family.isEmpty()
                                || entry.meaning().family().word().equals(family))
                        .toList();
        var asked = new StatusCodesView.Asked(q.strip(), platform, family);
        return Html.of(
                "status-codes",
                Map.of(
                        "page",
                        page,
                        "view",
                        StatusCodesView.of(found, asked, catalogue.entries().size())));
    }

    @GetMapping("/status-codes/{platform}/{code}")
    @Requires(Right.NONE)
    Html one(
            Page page,
            @PathVariable String platform,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(defaultValue = "") String operation) {
        StatusCode asked = Catalogue.canonical(new StatusCode(platform(platform), code));
        Optional<CatalogueEntry> known = catalogue.find(asked);
        Operation on = Word.find(Operation.values(), operation).orElse(Operation.MOD);
        var view = new StatusCodeView(
                known.orElseGet(catalogue::unknown),
                decoder.decode(asked, message, on),
                message.strip(),
                known.isPresent(),
                known.map(entry -> Sample.of(entry, decoder)).orElse(List.of()),
                alike(asked, known));
        return Html.of("status-code", Map.of("page", page, "view", view))
                .with(known.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
    }

    /** What is easily taken for it: named in its file, or the same number elsewhere. */
    private List<CatalogueEntry> alike(StatusCode asked, Optional<CatalogueEntry> known) {
        var named = known.stream()
                .flatMap(entry -> entry.seeAlso().stream())
                .map(catalogue::find)
                .flatMap(Optional::stream);
        var elsewhere = catalogue.onEveryPlatform(asked.code()).stream()
                .filter(entry -> entry.code().platform() != asked.platform());
        return Stream.concat(named, elsewhere).distinct().toList();
    }

    private static Platform platform(String word) {
        try {
            return Platform.of(word);
        } catch (IllegalArgumentException unknown) {
            throw Refused.notFound(String.valueOf(unknown.getMessage()));
        }
    }

    /** All families, for the filter. */
    static List<Choice> families() {
        return Arrays.stream(Family.values())
                .map(family -> new Choice(family.word(), family.label()))
                .toList();
    }
}
