package dev.relink.proof;

/** What befalls one call of a visit: the crash points of Desktop, of the lease and of the database. */
enum Trouble {
    /** Nothing. */
    NONE,
    /** D1: our node dies while it plans the next set. */
    DIES_PLANNING,
    /** D2: it dies before the commit of what is to go out. */
    DIES_BEFORE_SENDING,
    /** D3, L3: it dies after that commit, and nobody learns of it. */
    DIES_AFTER_SENDING,
    /** D4, D5, D13: the set never reaches QuickBooks, and the visit is over. */
    REQUEST_LOST,
    /** D6: QuickBooks dies after some of the requests and says so. */
    QUICKBOOKS_DIES,
    /** D6, D7: QuickBooks dies after some or all of the requests, and nobody says anything. */
    QUICKBOOKS_DIES_SILENTLY,
    /** D7 to D9: everything was done, the answer is lost. */
    ANSWER_LOST,
    /** D9: half of the answer comes. */
    ANSWER_CUT,
    /** D10, D11: our node dies while it takes the answer in. */
    DIES_TAKING,
    /** D11: it dies before the commit of the answer. */
    DIES_BEFORE_TAKEN,
    /** D12: it dies after that commit; the Web Connector sends the answer again. */
    DIES_AFTER_TAKEN,
    /** D12: the reply is lost; the answer comes twice. */
    REPEATED,
    /** D17: the answer comes in the middle of a later visit. */
    LATE,
    /** D17: QuickBooks is still at it when the next visit has begun, and does it then. */
    STILL_RUNNING,
    /** D18, L2: another Web Connector takes over before the answer comes; then the first goes on. */
    TAKEN_OVER,
    /** D21: QuickBooks closes the company in between, and all iterators die. */
    SESSION_DIES,
    /** QuickBooks is busy, and nothing of the set is done. */
    BUSY,
    /** QuickBooks cannot read the set, it says, and does nothing. */
    REFUSED,
    /** The first requests of the set answer 1000 and are not done. */
    INTERNAL_ERRORS,
    /** The answer is executed and not stored: 9005. */
    NOT_STORED,
    /** D22: the clock goes a day back, or forth. */
    CLOCK_JUMPS
}
