package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Check;

/** All checks of a request that writes, in the order of the switch; the first that fails answers. */
final class Checks {
    private Checks() {}

    static void run(Change change) throws RequestFailed {
        for (Check check : change.call().switches().checkOrder) {
            run(check, change);
        }
    }

    private static void run(Check check, Change change) throws RequestFailed {
        switch (check) {
            case REQUEST_ID ->
                Values.requestId(change.call().request(), change.call().switches());
            case VALUES -> {
                Values.words(change.body(), change.rule());
                Values.formats(change.body(), change.rule());
            }
            case LENGTHS -> Values.lengths(change.body(), change.rule());
            case FEATURES -> Features.check(change);
            case RIGHTS -> Rights.check(change);
            case IDS -> RecordIds.check(change);
            case PARENT -> NameChecks.parent(change);
            case REFERENCES -> References.check(change);
            case NAMES -> NameChecks.name(change);
            case EDIT_SEQUENCE -> StateChecks.editSequence(change);
            case CLOSING_DATE -> StateChecks.closingDate(change);
            case LOCKS -> Locks.check(change);
            case RULES -> TradeRules.check(change);
        }
    }
}
