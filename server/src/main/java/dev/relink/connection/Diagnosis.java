package dev.relink.connection;

import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.connector.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says which leg of a connection is broken, and why: the first from the app's side, since what is behind it is unknown. */
@Component
public class Diagnosis {

    /** HRESULTs that speak of the company file; the others speak of QuickBooks itself, or of its permission. */
    private static final Set<String> OF_THE_FILE = Set.of(
            "hresult:0x80040403",
            "hresult:0x80040406",
            "hresult:0x80040409",
            "hresult:0x8004040A",
            "hresult:0x8004040B",
            "hresult:0x80040410",
            "hresult:0x80040416",
            "hresult:0x80040417",
            "hresult:0x8004041C",
            "hresult:0x80040422");

    /** A warning long before. */
    static final String ENDS_SOON = "online:relink-ends-soon";

    private final Decoder decoder;
    private final OnlineDiagnosis online;
    private final Duration silentAfter;

    public Diagnosis(Decoder decoder, @Value("#{settings.webConnectorSilentAfter()}") Duration silentAfter) {
        this.decoder = decoder;
        this.online = new OnlineDiagnosis(decoder);
        this.silentAfter = silentAfter;
    }

    /** Empty when nothing is known to be wrong. */
    public Optional<Trouble> of(LinkFacts facts, Instant now) {
        Stream<BiFunction<LinkFacts, Instant, @Nullable Trouble>> questions = facts.desktop()
                ? Stream.of(this::refused, this::silent, this::neverSeen, this::stopped, this::problem, this::twoAtOnce)
                : Stream.of(online::notLinked, online::stopped, online::problem, online::endsSoon);
        return questions
                .map(question -> question.apply(facts, now))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private @Nullable Trouble refused(LinkFacts facts, Instant now) {
        return facts.refusedAt() == null || !isAfter(facts.refusedAt(), facts.lastSeen())
                ? null
                : trouble(
                        Leg.WEB_CONNECTOR,
                        ours("password-refused"),
                        "%d wrong in a row".formatted(facts.refusedTries()),
                        facts.refusedAt());
    }

    private @Nullable Trouble silent(LinkFacts facts, Instant now) {
        boolean silent =
                facts.lastSeen() != null && now.isAfter(facts.lastSeen().plus(silentAfter));
        return silent ? trouble(Leg.WEB_CONNECTOR, ours("silent"), "", facts.lastSeen()) : null;
    }

    private @Nullable Trouble neverSeen(LinkFacts facts, Instant now) {
        return facts.lastSeen() == null && facts.problemAt() == null && facts.stoppedBecause() == null
                ? trouble(Leg.WEB_CONNECTOR, ours("never-seen"), "", null)
                : null;
    }

    private @Nullable Trouble stopped(LinkFacts facts, Instant now) {
        return facts.stoppedBecause() == null
                ? null
                : trouble(Leg.COMPANY_FILE, ours(facts.stoppedBecause()), facts.stoppedDetail(), facts.lastSeen());
    }

    private @Nullable Trouble problem(LinkFacts facts, Instant now) {
        if (facts.problemAt() == null && facts.problemCode() == null) {
            return null;
        }
        StatusCode code =
                facts.problemCode() == null ? ours("unreadable-answer") : StatusCode.parse(facts.problemCode());
        Leg leg = OF_THE_FILE.contains(code.toString()) ? Leg.COMPANY_FILE : Leg.QUICKBOOKS;
        return trouble(leg, code, facts.problemMessage(), facts.problemAt());
    }

    /** Over when a run ended after it: two that take turns are no trouble. */
    private @Nullable Trouble twoAtOnce(LinkFacts facts, Instant now) {
        return facts.busyAt() == null || !isAfter(facts.busyAt(), facts.runEnded())
                ? null
                : trouble(Leg.WEB_CONNECTOR, ours("two-web-connectors"), "", facts.busyAt());
    }

    private Trouble trouble(Leg leg, StatusCode code, @Nullable String message, @Nullable Instant since) {
        return new Trouble(leg, decoder.decode(code, message, Operation.QUERY), since);
    }

    /** A code of our own, for what QuickBooks has no code for. */
    private static StatusCode ours(String name) {
        return StatusCode.desktop("relink-" + name);
    }

    private static boolean isAfter(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other);
    }
}
