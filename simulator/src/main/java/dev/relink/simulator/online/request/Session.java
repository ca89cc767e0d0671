package dev.relink.simulator.online.request;

import dev.relink.simulator.online.books.Books;
import dev.relink.simulator.online.books.Settings;
import dev.relink.simulator.online.books.Switches;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a request works in.
 *
 * @param user in whose name changes are made
 * @param now when the request began
 * @param horizon commits after this one are not seen in references: those of siblings in a batch
 * @param byHand a person at the keyboard, whom a SyncToken does not bind
 */
public record Session(
        Books books, Switches switches, String user, Instant now, ZoneId zone, long horizon, boolean byHand) {

    Settings settings() {
        return new Settings(books);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}
