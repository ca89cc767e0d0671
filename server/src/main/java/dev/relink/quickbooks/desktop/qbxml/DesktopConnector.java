package dev.relink.quickbooks.desktop.qbxml;

import dev.relink.connector.Answer;
import dev.relink.connector.Connector;
import dev.relink.connector.MessageSet;
import dev.relink.connector.Platform;
import dev.relink.connector.Request;
import dev.relink.connector.Row.Books;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Speaks qbXML. */
@Component
public final class DesktopConnector implements Connector {

    @Override
    public Platform platform() {
        return Platform.DESKTOP;
    }

    /** @param version such as {@code 13.0}: fields that are younger are left out */
    @Override
    public byte[] write(MessageSet set, String version) {
        return QbxmlWriter.write(set, version);
    }

    @Override
    public Answer read(Reader answer, Map<String, Request> requests) {
        return new QbxmlAnswer(answer, requests);
    }

    /** A status check, which executes nothing. */
    @Override
    public Optional<byte[]> askAgain(LostWrites lost, String version) {
        return Optional.of(write(MessageSet.statusCheck(lost.messageSetId()), version));
    }

    @Override
    public boolean remembersErrors() {
        return true;
    }

    /** Indented; at most some 64,000 characters. */
    @Override
    public Optional<String> excerpt(Reader text, String requestId) {
        return Excerpt.of(text, requestId);
    }

    /**
     * Reads what the Web Connector sends along with its first call: host, company and preferences, whatever their request
     * ids.
     *
     * @throws UnreadableAnswer when it is no such text, or tells no host or company
     */
    public static Books readHcp(String text) {
        return readHcp(new StringReader(text));
    }

    /** As {@link #readHcp(String)}. */
    public static Books readHcp(Reader text) {
        var xml = new QbxmlReader(text);
        var books = new BooksReader(xml);
        // QBXML > QBXMLMsgsRs > HostQueryRs ... > HostRet ...
        for (int depth = 0; depth >= 0; ) {
            if (!xml.nextChild()) {
                depth--;
            } else if (depth < 3) {
                depth++;
            } else {
                books.read();
            }
        }
        if (!books.isComplete()) {
            throw new UnreadableAnswer("The answer tells neither host nor company");
        }
        return books.books();
    }
}
