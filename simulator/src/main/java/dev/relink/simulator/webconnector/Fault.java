package dev.relink.simulator.webconnector;

import dev.relink.simulator.Mishap;
import java.util.Optional;

/** What can go wrong between QuickBooks and the server, on purpose. */
public enum Fault implements Mishap.Kind {
    // spotless:off
    LOSE_NEXT_ANSWER   ("loseNextAnswer",    false, 0,    "Lose the next answer",        "QuickBooks does the write; Relink never hears of it"),
    LOSE_NEXT_READ     ("loseNextRead",      false, 0,    "Lose the next look-up",       "The answer to a set that only reads never leaves the PC"),
    LOSE_ANSWER_AFTER  ("loseAnswerAfter",   false, 1,    "Die in the middle",           "QuickBooks does the first write of the set and crashes"),
    CUT_BEFORE_WRITE   ("cutBeforeWrite",    false, 0,    "Cut before the write",        "The request never reaches QuickBooks"),
    LOSE_REPLY         ("loseReply",         false, 0,    "Lose Relink’s reply",         "Relink hears of the write; the Web Connector never knows"),
    REPEAT_RESPONSE    ("repeatResponse",    false, 0,    "Report twice",                "The next receiveResponseXML arrives two times"),
    TICKET_LOST        ("ticketLost",        false, 1,    "Lose the QuickBooks ticket",  "0x8004040D after the first write of the set"),
    SET_REFUSED        ("setRefused",        false, 0,    "Refuse the whole set",        "0x80040400: nothing of it is done"),
    INTERNAL_ERROR     ("internalError",     false, 1,    "Internal error",              "The first write of the next set answers 1000 and is not done"),
    SLOW               ("slow",              true,  3000, "Slow QuickBooks",             "Every message set takes three seconds more"),
    QUICKBOOKS_CLOSED  ("quickBooksClosed",  true,  0,    "QuickBooks is closed",        "The run ends with 0x80040408"),
    BUSY               ("busy",              false, 0,    "QuickBooks is busy",          "0x8001010A: the next message set is not taken"),
    MODAL_DIALOG       ("modalDialog",       true,  0,    "A dialog is open",            "The run ends with 0x80040414"),
    OTHER_FILE_OPEN    ("otherFileOpen",     true,  0,    "Another company file is open", "0x8004040A, or the other file answers"),
    WRONG_FILE_ID      ("wrongFileId",       true,  0,    "Another FileID",              "As in a file of someone else’s making"),
    EMPTY_HCP          ("emptyHcp",          true,  0,    "No host, company, preferences", "The first sendRequestXML says nothing of the company");
    // spotless:on

    private final Mishap mishap;

    Fault(String word, boolean standing, long amount, String title, String effect) {
        mishap = new Mishap(word, standing, amount, title, effect);
    }

    @Override
    public Mishap mishap() {
        return mishap;
    }

    /**
     * How it behaves when nothing else is said: an accident happens once, a condition stands until it is cleared.
     * The amount is a number of requests for {@link #LOSE_ANSWER_AFTER}, {@link #TICKET_LOST} and {@link #INTERNAL_ERROR}, milliseconds
     * for {@link #SLOW}.
     */
    public Faults.Setting usual() {
        return new Faults.Setting(mishap.standing(), mishap.amount());
    }

    /** The fault of this name in the control API. */
    public static Optional<Fault> of(String word) {
        return Mishap.find(values(), word);
    }
}
