package dev.relink.simulator.desktop.request;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.Grammar;
import dev.relink.simulator.desktop.qbxml.MessageSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs the requests of a message set one after the other, as its onError says. */
public final class MessageSetRun {
    private final Books books;
    private final Iterators iterators;
    private final MessageSet set;
    private final List<Element> answers = new ArrayList<>();
    private boolean failed;

    public MessageSetRun(Books books, Iterators iterators, MessageSet set) {
        this.books = books;
        this.iterators = iterators;
        this.set = set;
    }

    /** QuickBooks died before all requests of the set were run. */
    public static final class Died extends Exception {
        private static final long serialVersionUID = 1L;

        Died() {
            super("QuickBooks died in the middle of a message set", null, false, false);
        }
    }

    /**
     * Runs all of them.
     *
     * @param deathAfter so many requests are run before QuickBooks dies; -1 = it does not
     */
    public void run(int deathAfter) throws Died {
        for (Element request : set.requests()) {
            if (answers.size() == deathAfter) {
                throw new Died();
            }
            answers.add(answer(request));
        }
        if (answers.size() == deathAfter) {
            throw new Died();
        }
    }

    /** Runs all of them, in a QuickBooks that does not die. */
    public List<Element> run() {
        set.requests().forEach(request -> answers.add(answer(request)));
        return answers;
    }

    /** The answers so far, in the order of the requests. */
    public List<Element> answers() {
        return answers;
    }

    /** Whether a request failed so that, with rollbackOnError, all must be undone. */
    public boolean failed() {
        return failed;
    }

    private Element answer(Element request) {
        if (failed && !set.onError().equals("continueOnError")) {
            return Requests.notProcessed(request);
        }
        Requests.Answer answer = Requests.run(new Call(
                books,
                iterators,
                set.version(),
                false,
                request,
                Objects.requireNonNull(Grammar.request(request.name()))));
        failed |= answer.failed();
        return answer.element();
    }
}
