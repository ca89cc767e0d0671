package dev.relink.simulator.webconnector;

import java.util.List;

/** Tells the log what is in the message sets and what became of it. Writes are numbered through the whole run. */
final class Progress {
    private static final int NAMED_REFUSALS = 40;

    private final Journal journal;
    private MessageSet set = new MessageSet(List.of());
    private Run.Counts unreported = Run.Counts.NONE;
    private int numbered;
    private int before;

    Progress(Journal journal) {
        this.journal = journal;
    }

    boolean writes() {
        return set.writes();
    }

    void fileId(boolean expected) {
        if (expected) {
            journal.good("  file ID is the expected one");
        } else {
            journal.bad("  file ID is not the expected one");
        }
    }

    void asked(String qbxml) {
        set = MessageSet.read(qbxml);
        before = numbered;
        numbered += set.requests().size() - set.reads();
        journal.plain("sendRequestXML: " + set.inWords());
        journal.count(new Run.Counts(1, 0, 0, 0, 0));
    }

    void answered(String qbxml) {
        List<Answers.Answered> answers = Answers.read(qbxml).answers();
        int written = 0;
        int refused = 0;
        int number = before;
        for (int i = 0; i < answers.size(); i++) {
            Answers.Answered answered = answers.get(i);
            boolean write = !answered.isRead();
            number += write ? 1 : 0;
            written += write && !answered.isRefusal() ? 1 : 0;
            refused += write && answered.isRefusal() ? 1 : 0;
            if (answered.isRefusal() && refused <= NAMED_REFUSALS) {
                journal.bad("  " + (write ? number + " " : "") + answered.request() + name(i) + ": " + answered.code());
            }
        }
        tell(written, refused);
        unreported = new Run.Counts(0, answers.size() - written - refused, written, refused, 0);
    }

    private void tell(int written, int refused) {
        if (refused > NAMED_REFUSALS) {
            journal.bad("  and " + (refused - NAMED_REFUSALS) + " more");
        }
        if (written > 0) {
            journal.good("  " + (refused > 0 ? "the other " + written : "all " + written) + ": 0 Status OK");
        }
    }

    private String name(int index) {
        String name = index < set.requests().size() ? set.requests().get(index).name() : "";
        return name.isEmpty() ? "" : " " + name;
    }

    /** QuickBooks refused the whole set: the server will be told so, and not what was done of it. */
    void refused(QuickBooks.Refused why) {
        journal.bad("  " + why.hresult() + " " + why.message());
        unreported = new Run.Counts(0, 0, 0, set.requests().size() - set.reads(), 0);
    }

    /** The server knows now. */
    void heard() {
        journal.count(unreported);
        unreported = Run.Counts.NONE;
    }

    /** The server will never hear of this set. */
    void unheard() {
        int number = before;
        for (MessageSet.Asked asked : set.requests()) {
            if (!asked.isRead()) {
                journal.odd("  " + ++number + " " + asked.request() + " " + asked.name() + ": answer lost");
            }
        }
        journal.count(new Run.Counts(0, 0, 0, 0, number - before));
        unreported = Run.Counts.NONE;
    }
}
