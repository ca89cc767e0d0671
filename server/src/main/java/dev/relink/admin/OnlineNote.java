package dev.relink.admin;

import java.util.Map;
import java.util.Optional;

/** How a button of QuickBooks Online went: a word in the address says it, the sentence is ours. */
final class OnlineNote {

    private static final Map<String, Note> NOTES = Map.of(
            "connected",
            Note.done("QuickBooks Online is connected. What waits goes out by itself."),
            "denied",
            Note.refused(
                    "Nothing was connected: at Intuit somebody chose not to let Relink in. Connect again when that was a mistake."),
            "no-answer",
            Note.refused(
                    "Nothing was connected: Intuit gave no access and did not say why. Try again; when that does not help, look"
                            + " at the client id and the redirect address in Intuit’s developer portal."),
            "refused",
            Note.done("That company was not connected, and Relink’s access to it was given back."),
            "disconnected",
            Note.done(
                    "QuickBooks Online is disconnected. Which record is which is kept: connecting the same company again goes on"
                            + " where it stopped."),
            "not-revoked",
            Note.refused(
                    "QuickBooks Online is disconnected here, but Intuit could not be told. Whoever administers the company ends it"
                            + " there too: in QuickBooks under Apps, at Relink, Disconnect."));

    private OnlineNote() {}

    static Optional<Note> of(String word) {
        return Optional.ofNullable(NOTES.get(word));
    }
}
