package dev.relink.simulator.online.books;

import java.util.concurrent.TimeUnit;

/**
 * Every behaviour of QuickBooks Online that no public text or recording settles, and the settings that cannot be read through
 * the API. A program that is right under each position of each switch need not know the truth. Set at any time; the next
 * request obeys. Times are seconds unless the name says otherwise.
 */
public final class Switches {
    // ---- objects

    /** Ids come in growing order; off, as announced in November 2025: in none. */
    public volatile boolean idsGrow;

    /** An object that becomes inactive is renamed to "Name (deleted)". */
    public volatile boolean inactiveRenamed = true;

    /** The code of a reference to a dead or inactive object. */
    public volatile DeadReference deadReference = DeadReference.CODE_610;

    /** The code of a CustomerRef to a dead or inactive customer. */
    public volatile DeadReference deadCustomer = DeadReference.CODE_610;

    /** A deleted transaction is told from one that never was: "Another user has deleted this transaction." */
    public volatile boolean deletedIsTold = true;

    /** 6240 says who has the name; off: only ": null", as recorded. */
    public volatile boolean duplicateNameExplained;

    /** A transaction without CustomerRef is refused with 6560; off: with 2020. */
    public volatile boolean missingCustomerIs6560;

    /** A payment that is applied gives its invoice another SyncToken; off: only another LastUpdatedTime. */
    public volatile boolean linkMovesSyncToken = true;

    /** A null in a sparse update empties the property; off: it stays as it was. */
    public volatile boolean nullEmpties = true;

    // ---- settings of the company that the API does not tell

    /** The company is warned of a DocNumber that is used twice (6140); needs CustomTxnNumbers. */
    public volatile boolean duplicateNumbersRefused = true;

    /** 6140 names the transaction that has the number. */
    public volatile boolean duplicateNumberNamesTransaction = true;

    /** The books are closed with a password (6210); off: without one (6200). */
    public volatile boolean closedWithPassword = true;

    /** The company uses automated sales tax: a tax that is sent is overridden. */
    public volatile boolean automatedSalesTax = true;

    /** The subscription has ended (6190): reads work, writes do not. */
    public volatile boolean subscriptionEnded;

    /** 6190 comes with HTTP 200, as seen in 2019. */
    public volatile boolean subscriptionFaultIs200;

    // ---- requestid

    /** How long a requestid is remembered. */
    public volatile long requestIdSeconds = TimeUnit.DAYS.toSeconds(1);

    /** A requestid is remembered for payments too; off: a payment sent twice is made twice. */
    public volatile boolean requestIdHoldsForPayments = true;

    /** A fault is replayed as well. */
    public volatile boolean faultsReplayed = true;

    /** A requestid that is known is refused with 600; off: the first answer comes again. */
    public volatile boolean requestIdTwiceRefused;

    // ---- query, change data capture, batch

    /** {@code ORDERBY Id} is refused. */
    public volatile boolean orderByIdRefused = true;

    /** A list of properties in the place of * is understood; off: 4000. */
    public volatile boolean projectionsUnderstood = true;

    /** A page has one row more than was asked for (a bug that was reported). */
    public volatile boolean oneRowTooMany;

    /** What change data capture does with a time that is more than 30 days back. */
    public volatile LongAgo changesLongAgo = LongAgo.ANSWERED;

    /** The items of a batch are done in another order than that of the request. */
    public volatile boolean batchShuffled;

    // ---- the form of answers

    /** XML when no Accept asks for JSON; off: JSON. */
    public volatile boolean xmlByDefault = true;

    /** Faults of the gateway (401, 403, 429, 504) are XML, whatever was asked for. */
    public volatile boolean gatewayInXml;

    /** Seconds in a Retry-After header of a 429; 0: no such header, as nothing promises one. */
    public volatile int retryAfter;

    /** Milliseconds after which the gateway gives up and answers 504. */
    public volatile long serverTimeoutMillis = 120_000;

    /** Seconds by which the times in answers differ from the real time. */
    public volatile long clockSkew;

    /** Which code. */
    public enum DeadReference {
        CODE_610,
        CODE_2500,
        CODE_6250
    }

    /** What comes of a question about the distant past. */
    public enum LongAgo {
        /** As if there were no limit (recorded in 2020). */
        ANSWERED,
        /** The last 30 days, and no word about the rest. */
        CUT,
        /** A fault. */
        REFUSED
    }
}
