package dev.relink.cli;

import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.CatalogueEntry;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Guide;
import dev.relink.catalogue.PastedLog;
import dev.relink.catalogue.RepairKind;
import dev.relink.connector.Platform;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A decoded status code for people, in lines of 80 columns at most. */
final class DecodedText {

    private final PrintWriter out;
    private final Labelled labelled;
    private final Catalogue catalogue;

    DecodedText(PrintWriter out, Catalogue catalogue) {
        this.out = out;
        this.labelled = new Labelled(out);
        this.catalogue = catalogue;
    }

    void print(Decoded decoded, List<Decoded> elsewhere) {
        Guide.Told guide = decoded.guide(Map.of());
        heading(decoded);
        out.println();
        paragraph("Problem", guide.problem());
        paragraph("Why", guide.why());
        paragraph("Fix", guide.fix());
        paragraph("Causes", causes(guide));
        paragraph("Next", guide.next());
        paragraph("Articles say", guide.articles());
        paragraph("In fact", guide.meaning());
        paragraph("Who can fix", decoded.whoCanFix().label());
        paragraph("Retry", decoded.retry().sentence());
        paragraph("Buttons", buttons(decoded));
        paragraph("How sure", decoded.standing());
        catalogue.find(decoded.code()).ifPresent(this::seeAlso);
        elsewhere.forEach(this::elsewhere);
    }

    private static @Nullable String causes(Guide.Told guide) {
        return guide.causes().isEmpty()
                ? null
                : guide.causes().stream()
                        .map(cause -> "If %s: %s. Do this: %s (%s)."
                                .formatted(cause.finding(), cause.cause(), cause.remedy(), cause.who()))
                        .collect(Collectors.joining("\n\n"));
    }

    void print(PastedLog.Report report) {
        for (PastedLog.Finding finding : report.findings()) {
            heading(finding.decoded());
            paragraph("In the log", where(finding));
            paragraph("It said", finding.words());
            paragraph("Problem", finding.decoded().problem(Map.of()));
            paragraph("Fix", finding.decoded().fix(Map.of()));
            out.println();
        }
        out.println(summary(report));
    }

    private static String summary(PastedLog.Report report) {
        String more = report.notShown() == 0 ? "" : " %,d more are not shown.".formatted(report.notShown());
        int causes = report.findings().size();
        return report.isTrouble()
                ? "%d different %s in %,d lines.%s For the whole guide of one: relink decode CODE."
                        .formatted(causes, causes == 1 ? "cause" : "causes", report.lines(), more)
                : "Nothing went wrong in %,d lines.".formatted(report.lines());
    }

    private static String where(PastedLog.Finding finding) {
        String lines = finding.lines().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String when = finding.firstAt() == null
                ? ""
                : finding.times() == 1
                        ? "; at " + finding.firstAt()
                        : "; from %s to %s".formatted(finding.firstAt(), finding.lastAt());
        return "%s, first in line %d%s%s"
                .formatted(
                        times(finding.times()),
                        finding.lines().getFirst(),
                        finding.times() == 1
                                ? ""
                                : " (lines " + lines + (finding.lines().size() < finding.times() ? " ..." : "") + ")",
                        when);
    }

    private static String times(long times) {
        return times == 1 ? "once" : "%,d times".formatted(times);
    }

    private void heading(Decoded decoded) {
        out.printf("%s  %s%n", decoded.code(), decoded.name());
        out.printf(
                "%s (%s), %s%n",
                decoded.family().label(),
                decoded.family().word(),
                decoded.severity().word());
    }

    private static String buttons(Decoded decoded) {
        return decoded.repairs().isEmpty()
                ? "none that would help for a single record"
                : decoded.repairs().stream().map(RepairKind::label).collect(Collectors.joining(", "));
    }

    private void seeAlso(CatalogueEntry entry) {
        String others = entry.seeAlso().stream()
                .map(code -> code
                        + catalogue
                                .find(code)
                                .map(e -> " (" + e.meaning().name() + ")")
                                .orElse(""))
                .collect(Collectors.joining(", "));
        paragraph("See also", others.isEmpty() ? null : others);
    }

    private void elsewhere(Decoded other) {
        String where = other.code().platform() == Platform.ONLINE
                ? "Online differs"
                : other.code().platform().word();
        paragraph(where, "%s: %s. %s".formatted(other.code(), other.name(), other.problem(Map.of())));
    }

    private void paragraph(String label, @Nullable String text) {
        labelled.say(label, text);
    }
}
