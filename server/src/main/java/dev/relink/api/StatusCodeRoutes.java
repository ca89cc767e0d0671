package dev.relink.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.CatalogueEntry;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.PastedLog;
import dev.relink.catalogue.RepairKind;
import dev.relink.catalogue.Word;
import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;
import dev.relink.platform.security.PastedText;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The decoder of QuickBooks' status codes; open to everybody. */
@RestController
@RequestMapping("/api/v1/status-codes")
class StatusCodeRoutes {

    private final Catalogue catalogue;
    private final Decoder decoder;
    private final PastedText texts;

    StatusCodeRoutes(Catalogue catalogue, Decoder decoder, PastedText texts) {
        this.catalogue = catalogue;
        this.decoder = decoder;
        this.texts = texts;
    }

    /** @param variant the refinement that the message matched; null = none */
    record View(
            String platform,
            String code,
            String name,
            @Nullable String variant,
            String family,
            String severity,
            String problem,
            String fix,
            String whoCanFix,
            String retry,
            List<String> repairs,
            String standing) {

        static View of(Decoded decoded) {
            return new View(
                    decoded.code().platform().word(),
                    decoded.code().code(),
                    decoded.name(),
                    decoded.variant(),
                    decoded.family().word(),
                    decoded.severity().word(),
                    decoded.problem(Map.of()),
                    decoded.fix(Map.of()),
                    decoded.whoCanFix().word(),
                    decoded.retry().word(),
                    decoded.repairs().stream().map(RepairKind::word).toList(),
                    decoded.standing());
        }
    }

    /**
     * One cause in a log.
     *
     * @param message QuickBooks' own words, the first time
     * @param lines where it stands: the first twenty
     */
    record Finding(
            @JsonUnwrapped View code,
            String message,
            long times,
            List<Long> lines,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt) {

        static Finding of(PastedLog.Finding found) {
            return new Finding(
                    View.of(found.decoded()),
                    found.words(),
                    found.times(),
                    found.lines(),
                    found.firstAt(),
                    found.lastAt());
        }
    }

    /** @param notShown occurrences of further causes, beyond five hundred */
    record Findings(List<Finding> items, long lines, long notShown) {}

    /** Every code in a log of the Web Connector or another text, in whatever encoding. Nothing of it is kept. */
    @Requires(Right.NONE)
    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    Findings explain(HttpServletRequest request) throws IOException {
        var log = new ByteArrayInputStream(texts.of(request));
        PastedLog.Report report = PastedLog.read(log, decoder, Operation.MOD);
        return new Findings(report.findings().stream().map(Finding::of).toList(), report.lines(), report.notShown());
    }

    @Requires(Right.NONE)
    @GetMapping
    Page<View> list(
            @RequestParam(required = false) @Nullable String platform,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Slice slice = Slice.of(limit, cursor);
        Platform only = platform == null ? null : platform(platform);
        List<View> all = catalogue.search(q == null ? "" : q).stream()
                .map(CatalogueEntry::code)
                .filter(code -> only == null || code.platform() == only)
                .map(code -> View.of(decoder.decode(code, null, Operation.QUERY)))
                .toList();
        Long after = slice.number();
        int from = after == null ? 0 : (int) Math.clamp(after, 0, all.size());
        List<View> rows = all.stream().skip(from).limit(slice.rows()).toList();
        return Page.of(rows, slice, all.size(), _ -> List.of(from + slice.limit()));
    }

    /** Any code has an answer: one that nobody has described has the general guide. */
    @Requires(Right.NONE)
    @GetMapping("/{platform}/{code}")
    View one(
            @PathVariable String platform,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String message,
            @RequestParam(required = false) @Nullable String operation) {
        try {
            return View.of(decoder.decode(
                    new StatusCode(platform(platform), code),
                    message,
                    operation == null ? Operation.ADD : Word.of(Operation.values(), operation)));
        } catch (IllegalArgumentException unknown) {
            throw Refused.badRequest(String.valueOf(unknown.getMessage()));
        }
    }

    private static Platform platform(String word) {
        try {
            return Platform.of(word);
        } catch (IllegalArgumentException unknown) {
            throw Refused.notFound(String.valueOf(unknown.getMessage()));
        }
    }
}
