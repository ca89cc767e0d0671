package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.company.CompanyId;
import dev.relink.platform.Ids;
import dev.relink.platform.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Makes and recognises tickets. A visit's ticket is {@code company.random}: the company stands in front so that the
 * statement that checks it names one company. Who is sent away gets {@code why.random.signature}, which is recognised
 * without the database.
 */
final class Tickets {

    private static final Pattern DOT = Pattern.compile("\\.");
    private static final int LONGEST = 200;

    private final Secrets secrets;
    private final Ids ids;

    Tickets(Secrets secrets, Ids ids) {
        this.secrets = secrets;
        this.ids = ids;
    }

    /** What a ticket is for. */
    sealed interface Ticket {
        /** @param hash what is kept of the ticket */
        record OfVisit(CompanyId company, byte[] hash) implements Ticket {}

        record SentAway(Refusal why) implements Ticket {}

        record Unknown() implements Ticket {}
    }

    String newVisit(CompanyId company) {
        return company + "." + ids.token();
    }

    String sentAway(Refusal why) {
        String text = why.word() + "." + ids.token();
        return text + "." + signature(text);
    }

    Ticket read(String ticket) {
        String[] parts = ticket.length() > LONGEST ? new String[0] : DOT.split(ticket, -1);
        return switch (parts.length) {
            case 2 -> ofVisit(parts[0], ticket);
            case 3 -> sentAway(parts[0], parts[0] + "." + parts[1], parts[2]);
            default -> new Ticket.Unknown();
        };
    }

    private Ticket ofVisit(String company, String ticket) {
        return CompanyId.isValid(company)
                ? new Ticket.OfVisit(new CompanyId(company), hash(ticket))
                : new Ticket.Unknown();
    }

    private Ticket sentAway(String word, String signed, String signature) {
        boolean ours = MessageDigest.isEqual(bytes(signature(signed)), bytes(signature));
        return ours ? new Ticket.SentAway(Refusal.of(word)) : new Ticket.Unknown();
    }

    byte[] hash(String ticket) {
        return secrets.keyedHash("web connector ticket\n" + ticket);
    }

    private String signature(String text) {
        byte[] mac = secrets.keyedHash("web connector sent away\n" + text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac, 18));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
