package dev.relink.simulator.desktop.books;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every behaviour of QuickBooks that no public text or recording settles, and some faults. A program that is right under
 * each position of each switch need not know the truth. All fields may be set at any time; the next message set obeys.
 */
public final class Switches {
    // ---- what queries answer

    /** A query by a ListID or TxnID that is dead: 500 Warn or 3120 Error. Both were recorded; the choice is not understood. */
    public volatile NotFound queryByDeadId = NotFound.WARN_500;

    /** A ListID of which the record number lives but the time of creation differs: 3240; off = as any dead id. */
    public volatile boolean timeOfCreationChecked = true;

    /** In summer, print wall-clock time with the standard offset (measured on recorded answers: an hour off). */
    public volatile boolean summerTimePrintedWithStandardOffset = true;

    /** How long ListDeletedQuery and TxnDeletedQuery remember; believed to be about 90 days. */
    public volatile Duration deletedRemembered = Duration.ofDays(90);

    /** A Start makes the iterators of the session that were open before invalid (3391). */
    public volatile boolean oneIteratorAtATime = true;

    /** The product: which versions of qbXML it knows, and what it calls itself. */
    public volatile Edition edition = Edition.QUICKBOOKS_2024;

    // ---- what a Mod means

    /** An empty element in a Mod clears the field; off = it is ignored. */
    public volatile boolean emptyElementClears = true;

    /** A field that a Mod leaves out stays as it is; off = it is cleared. */
    public volatile boolean omittedFieldStays = true;

    /** A line that a Mod does not list is removed; off = it stays. */
    public volatile boolean unlistedLineRemoved = true;

    /** A line with the TxnLineID -1 is a new one; off = a line that is not there (3120). */
    public volatile boolean minusOneIsNewLine = true;

    /** How rate times quantity, and tax, become whole cents. */
    public volatile RoundingMode rounding = RoundingMode.HALF_UP;

    // ---- ExternalGUID

    /** What an Add does with an ExternalGUID, for types that {@link #externalGuidByType} does not name. */
    public volatile ExternalGuid externalGuid = ExternalGuid.STORED_AND_RETURNED;

    /** What an Add does with an ExternalGUID, by the qbXML name of the type. */
    public final Map<String, ExternalGuid> externalGuidByType = new ConcurrentHashMap<>();

    /** A second record of a type with the same ExternalGUID is refused (3180). */
    public volatile boolean externalGuidUnique;

    /** DataExtAdd and its like give the record a new EditSequence. */
    public volatile boolean privateFieldsTouch;

    // ---- message-set recovery

    /** How many message sets with an id are remembered per application; older ones are forgotten. */
    public volatile int messageSetSlots = 1;

    /** How long a message set is remembered; null = until displaced or cleared. */
    public volatile @Nullable Duration messageSetKept;

    /** The largest answer, in characters, that is stored; a larger one is answered with 9005 and later with 9002. */
    public volatile int largestStoredResponse = Integer.MAX_VALUE;

    /** What {@code old=X new=Y} does. */
    public volatile OldAndNew oldAndNew = OldAndNew.CLEARS_OLD_AND_RUNS;

    /** The set status of a check ({@code old=X new=X}, no requests) for a set that is not known. */
    public volatile String checkOfUnknownSet = "600";

    /** What is remembered of a set in the middle of which QuickBooks died. */
    public volatile AfterDeath afterDeath = AfterDeath.NOTHING;

    /** The longest message-set id; one text says 23, another 24. Longer answers 9004. */
    public volatile int longestMessageSetId = 24;

    /** The longest requestID; longer answers 1060. Documented as 50, yet a recorded answer carries one of 68. */
    public volatile int longestRequestId = 50;

    /** Message sets without an id displace remembered ones. */
    public volatile boolean setsWithoutIdDisplace;

    // ---- faults that happen once, then reset themselves

    /** QuickBooks dies after this many requests of the next message set (0 = before the first); -1 = it does not. */
    public volatile int diesAfterRequests = -1;

    /** The next answer is executed and then not stored: 9005 in the answer, 9002 afterwards. */
    public volatile boolean failsToStoreNext;

    /** So many of the next requests answer 1000, an internal error, and do nothing. */
    public volatile int internalErrors;

    // ---- names and numbers

    /** Names that differ in case only clash, and are found by each other. */
    public volatile boolean namesIgnoreCase = true;

    /** Blanks at the ends of a name do not count and are not kept. */
    public volatile boolean namesTrimmed = true;

    /** A name must be free below its own parent only; off = in its whole list. */
    public volatile boolean namesUniqueBelowParentOnly = true;

    /** A list has five levels at most (Sublevel 0 to 4): 3130 for more; off = any number. */
    public volatile boolean levelsLimited = true;

    /** Of a reference with a ListID and a FullName the ListID counts; off = the FullName. */
    public volatile boolean listIdWins = true;

    /** A ListID that was merged away is dead (3120); off = it leads to the survivor, until the file is opened anew. */
    public volatile boolean mergedIdDies = true;

    /** What was merged away is among the deleted. */
    public volatile boolean mergeToldAsDeletion = true;

    /** The names of inactive elements are in use too. */
    public volatile boolean inactiveNamesCount = true;

    /** A reference to an inactive element is refused with 3140. */
    public volatile boolean inactiveReferencesRefused;

    /** A second transaction of a type with the same RefNumber is refused (3180). */
    public volatile boolean duplicateRefNumbersRefused;

    /** What the deletion of an element in use is answered with. */
    public volatile String usedElementCode = "3160";

    /** A merge or rename of a parent changes the EditSequence of what is below it; off = of the parent only. */
    public volatile boolean renameTouchesChildren;

    /** Characters outside Windows-1252 are stored as question marks. */
    public volatile boolean losesCharactersOutsideCodePage = true;

    // ---- the text of a message set

    /** Characters above 127 that stand in the qbXML as themselves and not as numeric entities. */
    public volatile RawAccents rawAccents = RawAccents.REFUSED;

    /** A value that does not fit its type: 3010 to 3085 for its request; off = 0x80040400 for the set. */
    public volatile boolean badValuesAnsweredPerRequest = true;

    /** A word that its enumeration lacks: 3110 for its request; off = 0x80040400 for the set. */
    public volatile boolean unknownEnumAnsweredPerRequest;

    /** {@code onError="rollbackOnError"} is obeyed; off = refused with 0x80040413. */
    public volatile boolean rollbackSupported;

    /** The order in which the checks of one request are made; the first that fails answers. */
    public volatile List<Check> checkOrder = List.of(Check.values());

    // ---- locks and people

    /** The application may see and write personal data; off = 3261 for what names a credit card or a social security number. */
    public volatile boolean personalDataAllowed = true;

    /** A new transaction of a customer who is open in a window is refused with 3176. */
    public volatile boolean openCustomerBlocksTransactions;

    /** A payment over the balance of its invoice answers severity Info, as was recorded; off = Error. */
    public volatile boolean overpaymentIsInfo = true;

    /** What a query by a dead id answers. */
    public enum NotFound {
        /** 500, Warn. */
        WARN_500,
        /** 3120, Error. */
        ERROR_3120
    }

    /** What an Add does with an ExternalGUID. */
    public enum ExternalGuid {
        /** Kept, and part of every answer. */
        STORED_AND_RETURNED,
        /** Accepted and never seen again. */
        ACCEPTED_AND_LOST,
        /** The Add answers 3250. */
        REFUSED
    }

    /** What {@code oldMessageSetID} does beside another {@code newMessageSetID}. */
    public enum OldAndNew {
        /** Forgets the old set, then runs the new one, whether or not the old one was known. */
        CLEARS_OLD_AND_RUNS,
        /** Runs the new set and leaves the old one alone. */
        IGNORES_OLD,
        /** Runs the new set only when the old one is known; answers 600 otherwise and runs nothing. */
        RUNS_IF_OLD_IS_KNOWN
    }

    /** What is remembered of a message set in which QuickBooks died. */
    public enum AfterDeath {
        /** The set is not known: 600, and a resend runs it again. */
        NOTHING,
        /** The set is known and has no answer: 9002. */
        ID_ONLY,
        /** The answers given before the death. */
        ANSWERS_SO_FAR
    }

    /** What happens to unescaped characters above 127. */
    public enum RawAccents {
        /** 0x80040400 (reported from the field); numeric entities are fine. */
        REFUSED,
        /** Fine when the XML declaration says utf-8, else 0x80040400. */
        ACCEPTED_WHEN_DECLARED,
        /** Fine. */
        ACCEPTED
    }
}
