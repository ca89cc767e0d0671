package dev.relink.simulator.online;

import dev.relink.simulator.Mishap;
import java.util.Optional;

/** What can go wrong with QuickBooks Online, on purpose. */
public enum Trouble implements Mishap.Kind {
    // spotless:off
    DROP_AFTER_COMMIT        ("dropAfterCommit",        false, 0,    "Do it and hang up",            "The next write is done; its answer never leaves"),
    UNAUTHORIZED_AFTER_COMMIT("unauthorizedAfterCommit",false, 0,    "Do it and answer 401",         "The next write is done; the answer says the token has expired"),
    ERROR_AFTER_COMMIT       ("errorAfterCommit",       false, 0,    "Do it and answer 500",         "The next write is done; the answer is fault 10000"),
    TIMEOUT_AFTER_COMMIT     ("timeoutAfterCommit",     false, 0,    "Do it and answer 504",         "The next write is done; the gateway says 6002"),
    TRUNCATE_ANSWER          ("truncateAnswer",         false, 0,    "Cut the answer in half",       "The next write is done; half of its answer arrives"),
    DROP_BATCH_AFTER         ("dropBatchAfter",         false, 1,    "Die in the middle of a batch", "The first item of the next batch is done, the others are not"),
    RESET_BEFORE             ("resetBefore",            false, 0,    "Reset the connection",         "The next call is not done; the connection is reset"),
    SERVER_ERROR             ("serverError",            false, 0,    "Answer 500",                   "The next call is not done; fault 10000"),
    UNAVAILABLE              ("unavailable",            true,  0,    "Intuit is down",               "503 and a page of HTML until it is switched off"),
    THROTTLED                ("throttled",              false, 0,    "Answer 429",                   "The next call is not done; fault 3001"),
    SLOW                     ("slow",                   true,  3000, "Slow answers",                 "Every call takes three seconds more"),
    STALE_LISTS              ("staleLists",             true,  60,   "Lists lag behind",             "Queries answer what was true a minute ago"),
    EDIT_BY_OTHER            ("editByOther",            false, 0,    "Somebody is faster",           "Another user saves the object of the next update first: 5010"),
    DELETE_BY_OTHER          ("deleteByOther",          false, 0,    "Somebody deletes it",          "Another user deletes or deactivates the object of the next update first"),
    FAULT_IN_200             ("faultIn200",             false, 0,    "A fault that looks well",      "The next fault comes with HTTP 200"),
    FORBIDDEN                ("forbidden",              true,  0,    "The app may not enter",        "Every call is answered with 403, fault 3100"),
    COMPANY_RESET            ("companyReset",           true,  0,    "The company was reset",        "Every call is answered with 10200"),
    LOSE_NEXT_REFRESH        ("loseNextRefresh",        false, 0,    "Lose the next refresh",        "The tokens are renewed; their answer never leaves"),
    REFRESH_RACE             ("refreshRace",            false, 0,    "Another refresh was faster",   "The next refresh finds its token superseded: invalid_grant"),
    LOSE_WEBHOOK             ("loseWebhook",            false, 0,    "Lose the next event",          "It is never sent"),
    REPEAT_WEBHOOK           ("repeatWebhook",          false, 0,    "Send the next event twice",    "The same event arrives two times"),
    SHUFFLE_WEBHOOKS         ("shuffleWebhooks",        true,  0,    "Events in disorder",           "The last one is sent first");
    // spotless:on

    private final Mishap mishap;

    Trouble(String word, boolean standing, long amount, String title, String effect) {
        mishap = new Mishap(word, standing, amount, title, effect);
    }

    @Override
    public Mishap mishap() {
        return mishap;
    }

    /**
     * How it behaves when nothing else is said: an accident happens once, a condition stands until it is cleared. The amount
     * is items for {@link #DROP_BATCH_AFTER}, milliseconds for {@link #SLOW}, seconds for {@link #STALE_LISTS}.
     */
    public Troubles.Setting usual() {
        return new Troubles.Setting(mishap.standing(), mishap.amount());
    }

    /** The trouble of this name in the control API. */
    public static Optional<Trouble> of(String word) {
        return Mishap.find(values(), word);
    }
}
