package dev.relink.people;

import dev.relink.platform.Settings;
import dev.relink.platform.mail.Letter;
import dev.relink.platform.mail.Letters;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Hands somebody the link with which they choose a password: by mail where there is a mail server, else through the administrator. */
@Component
public class Invitations {

    private final SetUpLinks links;
    private final Letters letters;
    private final String server;

    @Autowired
    Invitations(SetUpLinks links, Letters letters, Settings settings) {
        this(links, letters, String.valueOf(settings.publicUrl())); // always set where there is mail
    }

    /** @param server its address from outside */
    Invitations(SetUpLinks links, Letters letters, String server) {
        this.links = links;
        this.letters = letters;
        this.server = server.replaceAll("/$", "");
    }

    /** How the link goes to its person. */
    public sealed interface Handed {
        /** It is on its way to their address; nobody else has seen it. */
        record ByMail() implements Handed {}

        /** @param link its secret part, to be shown once @param because why it was not mailed; empty = there is no mail server */
        record ByHand(String link, String because) implements Handed {}
    }

    /** Makes a link; older ones of the same person are void. @param by who invites */
    public Handed to(Person person, String by) {
        String link = links.make(person);
        if (!letters.isSet()) {
            return new Handed.ByHand(link, "");
        }
        try {
            letters.send(letter(person, by, link));
            return new Handed.ByMail();
        } catch (Letters.NotSent refused) {
            return new Handed.ByHand(link, refused.reason());
        }
    }

    private Letter letter(Person person, String by, String link) {
        String address = server + "/set-up/" + link;
        String text = """
                Hello %s,

                %s has given you access to Relink, which keeps a business app and QuickBooks in step.
                Choose a password here; the link opens once, within 7 days:

                %s

                You did not expect this? Then leave it: without the link nobody gets in.
                """.formatted(person.name(), by, address);
        return new Letter("invitation-" + UUID.randomUUID(), person.email(), "Your access to Relink", text, null, null);
    }
}
