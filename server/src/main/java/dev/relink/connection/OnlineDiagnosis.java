package dev.relink.connection;

import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.connector.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be wrong with a link to QuickBooks Online. */
final class OnlineDiagnosis {

    /** Long enough for people who are asked once in five years. */
    private static final Duration AHEAD = Duration.ofDays(90);

    /** Faults that speak of the company; the others speak of the way to it. */
    static final Set<String> OF_THE_COMPANY =
            Set.of("online:120", "online:130", "online:3100", "online:10200", "online:6190");

    private final Decoder decoder;

    OnlineDiagnosis(Decoder decoder) {
        this.decoder = decoder;
    }

    /** Never was, is no more, or needs a new consent. */
    @Nullable
    Trouble notLinked(LinkFacts facts, Instant now) {
        LinkFacts.Online link = facts.online();
        if (link == null) {
            return trouble(Leg.QUICKBOOKS_ONLINE, ours("not-connected"), "", null);
        }
        return switch (link.state()) {
            case "needs-reconnecting" ->
                trouble(Leg.QUICKBOOKS_ONLINE, "online:invalid_grant", link.endedBecause(), link.endedAt());
            case "disconnected" ->
                trouble(Leg.QUICKBOOKS_ONLINE, ours("disconnected"), link.endedBecause(), link.endedAt());
            default -> null;
        };
    }

    @Nullable
    Trouble stopped(LinkFacts facts, Instant now) {
        String because = facts.stoppedBecause();
        if (because == null) {
            return null;
        }
        String code = switch (because) {
            case "wrong-company-file" -> ours("wrong-realm");
            default -> because.indexOf(':') > 0 ? because : ours(because);
        };
        return trouble(Leg.REALM, code, facts.stoppedDetail(), facts.lastSeen());
    }

    @Nullable
    Trouble problem(LinkFacts facts, Instant now) {
        if (facts.problemAt() == null) {
            return null;
        }
        String code = facts.problemCode() == null ? ours("no-answer") : facts.problemCode();
        Leg leg = OF_THE_COMPANY.contains(code) ? Leg.REALM : Leg.QUICKBOOKS_ONLINE;
        return trouble(leg, code, facts.problemMessage(), facts.problemAt());
    }

    @Nullable
    Trouble endsSoon(LinkFacts facts, Instant now) {
        Instant until = facts.online() == null ? null : facts.online().hardUntil();
        return until == null || until.isAfter(now.plus(AHEAD))
                ? null
                : trouble(
                        Leg.QUICKBOOKS_ONLINE,
                        Diagnosis.ENDS_SOON,
                        "It ends on %s.".formatted(until.toString().substring(0, 10)),
                        null);
    }

    private Trouble trouble(Leg leg, String code, @Nullable String message, @Nullable Instant since) {
        return new Trouble(leg, decoder.decode(StatusCode.parse(code), message, Operation.QUERY), since);
    }

    /** A code of our own, for what QuickBooks has no code for. */
    private static String ours(String name) {
        return "online:relink-" + name;
    }
}
