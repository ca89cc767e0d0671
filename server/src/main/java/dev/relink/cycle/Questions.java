package dev.relink.cycle;

import dev.relink.entity.RecordKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the questions of one read-only message set and numbers them. */
final class Questions {

    private final List<Question> questions = new ArrayList<>();

    void id(RecordKey about, String type, String quickbooksId) {
        add(Question.Ask.ID, type, quickbooksId, about, null, null);
    }

    void name(RecordKey about, String fullName) {
        add(Question.Ask.NAME, about.type(), fullName, about, null, null);
    }

    /** An entry of one of QuickBooks' own lists; the answer is for every record that names it. */
    void entry(String list, String fullName) {
        add(Question.Ask.NAME, list, fullName, null, null, null);
    }

    void anyName(RecordKey about, String fullName) {
        add(Question.Ask.ANY_NAME, about.type(), fullName, about, null, null);
    }

    void number(RecordKey about, String number) {
        add(Question.Ask.NUMBER, about.type(), number, about, null, null);
    }

    void party(RecordKey about, String partyId, LocalDate date) {
        add(Question.Ask.PARTY, about.type(), partyId, about, date.toString(), date.toString());
    }

    /** @param pageSize 0 = all in one answer */
    void changed(String type, @Nullable Instant since, int pageSize, @Nullable String iterator) {
        add(Question.Ask.CHANGED, type, iterator, null, text(since), Integer.toString(pageSize));
    }

    void deletedLists(@Nullable Instant since) {
        add(Question.Ask.DELETED_LISTS, "", null, null, text(since), null);
    }

    void deletedTransactions(@Nullable Instant since) {
        add(Question.Ask.DELETED_TRANSACTIONS, "", null, null, text(since), null);
    }

    void wholeList(String list) {
        add(Question.Ask.WHOLE_LIST, list, null, null, null, null);
    }

    void whoseBooks(String ownerId) {
        add(Question.Ask.WHOSE_BOOKS, "", ownerId, null, null, null);
    }

    List<Question> list() {
        return List.copyOf(questions);
    }

    boolean isEmpty() {
        return questions.isEmpty();
    }

    private void add(
            Question.Ask ask,
            String type,
            @Nullable String text,
            @Nullable RecordKey about,
            @Nullable String from,
            @Nullable String to) {
        questions.add(new Question(
                Integer.toString(questions.size() + 1),
                ask,
                type,
                text,
                about == null ? null : about.type(),
                about == null ? null : about.id(),
                from,
                to));
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
