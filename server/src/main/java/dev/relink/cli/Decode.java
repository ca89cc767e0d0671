package dev.relink.cli;

import dev.relink.catalogue.Catalogue;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.PastedLog;
import dev.relink.catalogue.Word;
import dev.relink.connector.Platform;
import dev.relink.connector.StatusCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code relink decode 3120}: what a status code means and what to do. Works offline. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = "Explains a status code of QuickBooks, or every code in a log. Works offline.",
        footer = {
            "",
            "Examples:",
            "  relink decode 3120",
            "  relink decode 3140 --message 'There is an invalid reference to QuickBooks Customer \"Joe\" in the Invoice.'",
            "  relink decode 0x80040408     relink decode QBWC1042     relink decode online:610",
            "  relink decode --file QWCLog.txt"
        })
final class Decode extends Verb {

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "3120, online:610, 0x80040408, QBWC1042 ...")
    private @Nullable String code;

    @Option(names = "--message", paramLabel = "TEXT", description = "QuickBooks' own words, for an exact reading.")
    private @Nullable String message;

    @Option(names = "--platform", paramLabel = "P", description = "desktop, hresult, web-connector or online.")
    private @Nullable String platform;

    @Option(names = "--operation", paramLabel = "O", description = "add, mod, query, void or delete; mod if not given.")
    private String operation = Operation.MOD.word();

    @Option(
            names = "--file",
            paramLabel = "LOG",
            description = "Finds and explains every code in a log, of any size and encoding.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        if ((code == null) == (file == null)) {
            throw badUsage("Give either a CODE or --file LOG.");
        }
        Catalogue catalogue = Catalogue.load();
        return file == null ? decode(catalogue, code == null ? "" : code) : decodeLog(catalogue, file);
    }

    private int decode(Catalogue catalogue, String text) {
        List<StatusCode> codes = codes(catalogue, text);
        Decoder decoder = new Decoder(catalogue);
        Decoded decoded = decoder.decode(codes.getFirst(), message, operation());
        List<Decoded> elsewhere = codes.stream()
                .skip(1)
                .map(other -> decoder.decode(other, message, operation()))
                .toList();
        if (json()) {
            out().println(DecodedJson.of(decoded, elsewhere));
        } else {
            new DecodedText(out(), catalogue).print(decoded, elsewhere);
        }
        return catalogue.find(decoded.code()).isPresent()
                ? DONE
                : refused(decoded.code() + " is not in the catalogue; this is the general advice.");
    }

    private List<StatusCode> codes(Catalogue catalogue, String text) {
        try {
            return platform == null
                    ? CodeArgument.read(text, catalogue)
                    : List.of(Catalogue.canonical(new StatusCode(Platform.of(platform), CodeArgument.bare(text))));
        } catch (IllegalArgumentException e) {
            throw badUsage(String.valueOf(e.getMessage()));
        }
    }

    private Operation operation() {
        try {
            return Word.of(Operation.values(), operation);
        } catch (IllegalArgumentException e) {
            throw badUsage("--operation: " + e.getMessage());
        }
    }

    private int decodeLog(Catalogue catalogue, Path log) throws IOException {
        if (!Files.isReadable(log) || Files.isDirectory(log)) {
            return refused("There is no readable file " + log + ": give the path of the log.");
        }
        PastedLog.Report report;
        try (InputStream in = Files.newInputStream(log)) {
            report = PastedLog.read(in, new Decoder(catalogue), operation());
        }
        if (report.findings().isEmpty()) {
            return refused("No status code was found in " + log + ".");
        }
        if (json()) {
            out().println(DecodedJson.of(report));
        } else {
            new DecodedText(out(), catalogue).print(report);
        }
        return DONE;
    }
}
