package dev.relink.proof;

import dev.relink.simulator.desktop.books.Switches;
import java.time.Duration;

/** The questions about QuickBooks that nobody has settled: each seed answers them in its own way. */
final class Unsettled {

    private Unsettled() {}

    static void questions(Switches of, Dice dice, Trace trace) {
        of.queryByDeadId = dice.of(Switches.NotFound.values());
        of.oneIteratorAtATime = dice.oneIn(2);
        of.externalGuid = dice.of(
                Switches.ExternalGuid.STORED_AND_RETURNED,
                Switches.ExternalGuid.STORED_AND_RETURNED,
                Switches.ExternalGuid.ACCEPTED_AND_LOST);
        of.externalGuidUnique = dice.oneIn(2);
        of.messageSetSlots = dice.of(1, 1, 3);
        of.messageSetKept = dice.oneIn(4) ? Duration.ofMinutes(2) : null;
        of.largestStoredResponse = dice.oneIn(4) ? 400 : Integer.MAX_VALUE;
        of.oldAndNew = dice.of(Switches.OldAndNew.values());
        of.checkOfUnknownSet = dice.of("600", "9002");
        of.afterDeath = dice.of(Switches.AfterDeath.values());
        of.setsWithoutIdDisplace = dice.oneIn(3);
        of.namesIgnoreCase = dice.oneIn(2);
        of.mergedIdDies = dice.oneIn(2);
        of.mergeToldAsDeletion = dice.oneIn(2);
        of.renameTouchesChildren = dice.oneIn(2);
        of.inactiveReferencesRefused = dice.oneIn(2);
        of.duplicateRefNumbersRefused = dice.oneIn(3);
        of.usedElementCode = dice.of("3160", "3170");
        of.openCustomerBlocksTransactions = dice.oneIn(3);
        of.timeOfCreationChecked = dice.oneIn(2);
        trace.add(
                "questions %s %s %s %s %s %s",
                of.queryByDeadId,
                of.externalGuid,
                of.messageSetSlots,
                of.oldAndNew,
                of.afterDeath,
                of.checkOfUnknownSet);
    }
}
