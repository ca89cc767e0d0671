package dev.relink.simulator.desktop;

import dev.relink.simulator.desktop.books.Books;
import dev.relink.simulator.desktop.books.PrivateField;
import dev.relink.simulator.desktop.qbxml.Element;
import dev.relink.simulator.desktop.qbxml.MessageSet;
import dev.relink.simulator.desktop.qbxml.QbxmlVersion;
import dev.relink.simulator.desktop.qbxml.QbxmlWriter;
import dev.relink.simulator.desktop.request.Iterators;
import dev.relink.simulator.desktop.request.MessageSetRun;
import java.util.List;

/** What QBXMLRP2 is: the door to a company file. One instance is one session of one application. */
public final class RequestProcessor {
    private final CompanyFile companyFile;
    private final Application application;
    private final Iterators iterators = new Iterators();

    RequestProcessor(CompanyFile companyFile, Application application) {
        this.companyFile = companyFile;
        this.application = application;
    }

    /** An answer, or the refusal of a message set. */
    private sealed interface Outcome {
        record Answered(String text) implements Outcome {}

        record Refused(RequestRefused why) implements Outcome {}
    }

    /**
     * Runs one message set.
     *
     * @param qbxml the whole text, prolog and {@code <?qbxml version?>} included
     * @return the answer, a whole qbXML text
     * @throws RequestRefused if the whole set is refused or QuickBooks dies in it
     */
    public String process(String qbxml) throws RequestRefused {
        return switch (companyFile.alone(books -> attempt(books, qbxml))) {
            case Outcome.Answered answered -> answered.text();
            case Outcome.Refused refused -> throw refused.why();
        };
    }

    /**
     * The answer to Host, Company and Preferences queries, requestID 0 to 2, that the Web Connector sends along with its
     * first sendRequestXML. The company carries the application's FileID and AppLock once it was {@link #register}ed.
     */
    public String hostCompanyPreferences() {
        List<Element> queries = List.of(
                new Element("HostQueryRq").with("requestID", "0"),
                new Element("CompanyQueryRq").with("requestID", "1").add("OwnerID", application.ownerId()),
                new Element("PreferencesQueryRq").with("requestID", "2"));
        return companyFile.alone(books -> {
            QbxmlVersion newest = books.switches().edition.versions().getLast();
            MessageSetRun run = new MessageSetRun(
                    books, iterators, new MessageSet(newest, "continueOnError", null, null, true, queries));
            Element messages = new Element("QBXMLMsgsRs");
            run.run().forEach(messages::add);
            return QbxmlWriter.document(messages);
        });
    }

    /** Writes the application's FileID and AppLock into the company, as the Web Connector does when one is added. */
    public void register() {
        companyFile.alone(books -> {
            keep(books, "AppLock", "LOCKED:PRACTICE-PC:" + books.now().toEpochMilli());
            keep(books, "FileID", application.fileId());
            return books;
        });
    }

    /** Ends the session: its iterators are gone. */
    public void end() {
        companyFile.alone(books -> {
            iterators.end();
            return books;
        });
    }

    private Outcome attempt(Books books, String qbxml) {
        try {
            MessageSet set = Gate.admit(qbxml, books.switches());
            return new Outcome.Answered(
                    new Recovery(companyFile, application.name(), iterators).answer(books, set, qbxml));
        } catch (RequestRefused refused) {
            return new Outcome.Refused(refused);
        }
    }

    private void keep(Books books, String name, String value) {
        books.company().keep(new PrivateField(application.ownerId(), name, "STR255TYPE", value));
    }
}
