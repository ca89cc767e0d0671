package dev.relink.simulator.desktop;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.MessageSetMemory;
import dev.relink.simulator.desktop.books.MessageSetMemory.Remembered;
import dev.relink.simulator.desktop.books.Switches;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.MessageSet;
import dev.relink.simulator.desktop.qbxml.QbxmlWriter;
import dev.relink.simulator.desktop.request.Iterators;
import dev.relink.simulator.desktop.request.MessageSetRun;
import dev.relink.simulator.desktop.request.Requests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Error recovery: what newMessageSetID and oldMessageSetID ask for, and whether the requests of the set are run at all.
 * A set that is known by its id is answered from memory and not run again.
 */
final class Recovery {
    private final CompanyFile file;
    private final String application;
    private final Iterators iterators;

    Recovery(CompanyFile file, String application, Iterators iterators) {
        this.file = file;
        this.application = application;
        this.iterators = iterators;
    }

    String answer(Books books, MessageSet set, String qbxml) throws RequestRefused {
        Switches switches = books.switches();
        String newId = set.newId();
        String oldId = set.oldId();
        if (isTooLong(newId, switches) || isTooLong(oldId, switches)) {
            return only(set, "9004");
        }
        if (oldId != null && !isKnown(books, oldId) && isRefusedForOld(set, switches)) {
            return only(set, "600");
        }
        if (set.requests().isEmpty() && oldId != null && oldId.equals(newId)) {
            return check(books, set, oldId);
        }
        if (oldId != null && !oldId.equals(newId) && forgets(set, switches)) {
            books.memory().forget(application, oldId);
        }
        Remembered known = newId == null ? null : books.memory().get(application, newId, books.now());
        if (known != null) {
            return known.checksum().equals(checksum(qbxml)) ? replay(set, known) : only(set, "9001");
        }
        return run(books, set, qbxml);
    }

    /** 600 is for those who name an old set that is not known, and no new one. */
    private static boolean isRefusedForOld(MessageSet set, Switches switches) {
        return set.newId() == null
                || !set.newId().equals(set.oldId()) && switches.oldAndNew == Switches.OldAndNew.RUNS_IF_OLD_IS_KNOWN;
    }

    private static boolean forgets(MessageSet set, Switches switches) {
        return set.newId() == null || switches.oldAndNew != Switches.OldAndNew.IGNORES_OLD;
    }

    private String check(Books books, MessageSet set, String id) {
        Remembered known = books.memory().get(application, id, books.now());
        return known == null ? only(set, books.switches().checkOfUnknownSet) : replay(set, known);
    }

    private static String replay(MessageSet set, Remembered known) {
        return known.answers() == null ? only(set, "9002") : known.answers();
    }

    private String run(Books books, MessageSet set, String qbxml) throws RequestRefused {
        Switches switches = books.switches();
        int deathAfter = switches.diesAfterRequests;
        switches.diesAfterRequests = -1;
        if (set.newId() == null
                && switches.setsWithoutIdDisplace
                && !set.requests().isEmpty()) {
            books.memory().forgetAll(application);
        }
        @Nullable Snapshot before = set.onError().equals("rollbackOnError") ? file.snapshot() : null;
        MessageSetRun run = new MessageSetRun(books, iterators, set);
        try {
            run.run(deathAfter);
        } catch (MessageSetRun.Died _) {
            died(books, set, qbxml, run.answers());
            throw new RequestRefused(
                    "0x80010105",
                    "The server threw an exception.",
                    "died after " + deathAfter + " of " + set.requests().size() + " requests");
        }
        if (before != null && run.failed()) {
            file.restore(before);
            return document(set, "0", rolledBack(set, run.answers()));
        }
        return remembered(books, set, qbxml, run.answers());
    }

    private String remembered(Books books, MessageSet set, String qbxml, List<Element> answers) {
        String text = document(set, "0", answers);
        if (set.newId() == null) {
            return text;
        }
        Switches switches = books.switches();
        boolean fails = switches.failsToStoreNext || text.length() > switches.largestStoredResponse;
        switches.failsToStoreNext = false;
        remember(books, set.newId(), qbxml, fails ? null : text);
        return fails ? document(set, "9005", answers) : text;
    }

    private void died(Books books, MessageSet set, String qbxml, List<Element> answers) {
        iterators.end();
        if (set.newId() == null) {
            return;
        }
        switch (books.switches().afterDeath) {
            case NOTHING -> books.memory().forget(application, set.newId());
            case ID_ONLY -> remember(books, set.newId(), qbxml, null);
            case ANSWERS_SO_FAR -> remember(books, set.newId(), qbxml, document(set, "0", answers));
        }
    }

    private void remember(Books books, String id, String qbxml, @Nullable String answers) {
        MessageSetMemory memory = books.memory();
        memory.put(application, id, new Remembered(checksum(qbxml), answers, books.now()));
    }

    private boolean isKnown(Books books, String id) {
        return books.memory().get(application, id, books.now()) != null;
    }

    private static boolean isTooLong(@Nullable String id, Switches switches) {
        return id != null && id.length() > switches.longestMessageSetId;
    }

    private static List<Element> rolledBack(MessageSet set, List<Element> answers) {
        List<Element> undone = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            boolean done = "0".equals(answers.get(i).attribute("statusCode"));
            undone.add(done ? Requests.rolledBack(set.requests().get(i)) : answers.get(i));
        }
        return undone;
    }

    private static String only(MessageSet set, String setStatus) {
        return document(set, setStatus, List.of());
    }

    private static String document(MessageSet set, String setStatus, List<Element> answers) {
        Element messages = new Element("QBXMLMsgsRs");
        if (set.newId() != null) {
            messages.with("newMessageSetID", set.newId());
        }
        if (set.newId() != null || set.oldId() != null) {
            messages.with("messageSetStatusCode", setStatus);
        }
        answers.forEach(answer -> messages.add(set.includesData() ? answer : withoutData(answer)));
        return QbxmlWriter.document(messages);
    }

    private static Element withoutData(Element answer) {
        Element status = new Element(answer.name());
        answer.attributes().forEach(status::with);
        return status;
    }

    private static String checksum(String qbxml) {
        try {
            byte[] bytes = qbxml.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
