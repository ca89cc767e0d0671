package dev.relink.cycle;

import dev.relink.attempt.Verb;
import dev.relink.catalogue.Decision;
import dev.relink.catalogue.Decoded;
import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.catalogue.Retry;
import dev.relink.connector.Platform;
import dev.relink.connector.Response;
import dev.relink.connector.Row;
import dev.relink.connector.StatusCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From QuickBooks' status code to an outcome. The catalogue decides, never a number in code. */
@Component
final class Outcomes {

    private final Decoder decoder;

    Outcomes(Decoder decoder) {
        this.decoder = decoder;
    }

    Outcome of(Response response, Verb verb) {
        return of(response.status(), response.message(), verb, firstFound(response));
    }

    Outcome of(StatusCode status, String message, Verb verb, Row.@Nullable Found found) {
        Decoded decoded = decoder.decode(status, message, operation(verb));
        return switch (decoded.outcome()) {
            case OK, NOTHING_FOUND -> synced(verb, found);
            case NOT_THERE -> notThere(decoded, message, verb);
            case REJECTED, REFUSED_WHOLE_SET -> new Outcome.Rejected(decoded, message);
            case RETRY -> new Outcome.InUse(decoded, message);
            case STALE ->
                verb == Verb.ADD
                        ? new Outcome.InUse(decoded, message) // seen on a create: what it names was changed meanwhile
                        : new Outcome.Stale(decoded, message);
            case NOT_PROCESSED -> new Outcome.NotProcessed(decoded, message);
            case CONNECTION ->
                status.platform() == Platform.ONLINE
                        ? new Outcome.NotProcessed(decoded, message) // a whole fault: nothing was done
                        : doubt(status, message);
            case IN_DOUBT -> doubt(status, message);
        };
    }

    private static Outcome doubt(StatusCode status, String message) {
        return new Outcome.InDoubt("QuickBooks answered %s: %s".formatted(status, message));
    }

    /** Known not to be done, though the code alone would leave a doubt: goes again by itself in the next visit. */
    Outcome notDone(StatusCode status, String message, Verb verb) {
        return new Outcome.InUse(decoder.decode(status, message, operation(verb)), message);
    }

    /** Nothing of the message set was executed. */
    boolean isRefusedWhole(StatusCode code, String message) {
        return decoder.decode(code, message, Operation.ADD).outcome() == Decision.REFUSED_WHOLE_SET;
    }

    /** QuickBooks let nothing in, for a reason that goes by itself or at the PC: to be asked again. */
    boolean passes(StatusCode code, String message) {
        Decoded decoded = decoder.decode(code, message, Operation.QUERY);
        return decoded.outcome() == Decision.CONNECTION && decoded.retry() == Retry.NEXT_CYCLE;
    }

    /** It speaks of the whole company, or of the way to it, and not of what was asked. */
    boolean isOfTheCompany(Response response) {
        Decision decision = decoder.decode(response.status(), response.message(), Operation.QUERY)
                .outcome();
        return decision == Decision.CONNECTION || decision == Decision.NOT_PROCESSED;
    }

    /** A read's answer can be trusted: rows, or a plain “nothing”. */
    boolean isComplete(Response response) {
        return switch (decoder.decode(response.status(), response.message(), Operation.QUERY)
                .outcome()) {
            case OK, NOTHING_FOUND, NOT_THERE -> response.iterator() == null;
            case REJECTED, REFUSED_WHOLE_SET, RETRY, STALE, NOT_PROCESSED, IN_DOUBT, CONNECTION -> false;
        };
    }

    /** What is gone already needs no removing. */
    private static Outcome notThere(Decoded decoded, String message, Verb verb) {
        return switch (verb) {
            case ADD -> new Outcome.Rejected(decoded, message);
            case MOD, REACTIVATE -> new Outcome.NotThere(decoded, message);
            case VOID, DELETE, DEACTIVATE -> new Outcome.Synced(null);
        };
    }

    private static Outcome synced(Verb verb, Row.@Nullable Found found) {
        boolean mustTellItsId = verb == Verb.ADD;
        return mustTellItsId && (found == null || found.quickbooksId().isEmpty())
                ? new Outcome.InDoubt("QuickBooks said yes but did not tell the new record's id")
                : new Outcome.Synced(found);
    }

    private static Row.@Nullable Found firstFound(Response response) {
        while (response.rows().hasNext()) {
            if (response.rows().next() instanceof Row.Found found) {
                return found;
            }
        }
        return null;
    }

    static Operation operation(Verb verb) {
        return switch (verb) {
            case ADD -> Operation.ADD;
            case MOD, DEACTIVATE, REACTIVATE -> Operation.MOD;
            case VOID -> Operation.VOID;
            case DELETE -> Operation.DELETE;
        };
    }
}
