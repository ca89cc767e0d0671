package dev.relink.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.relink.people.Invitations.Handed;
import dev.relink.platform.mail.MailServer;
import dev.relink.platform.security.Access;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvitationsTest {

    private static final Person JAN = new Person(7, "jan@example.com", "Jan Kowalski", Access.NONE, false, null, null);

    private final MailServer mail = MailServer.start();
    private final Invitations invitations =
            new Invitations(new OneLink(), mail.letters(InstantSource.system()), "https://relink.example/");

    @AfterEach
    void close() throws IOException {
        mail.close();
    }

    /** Links as they come. */
    private static final class OneLink implements SetUpLinks {
        @Override
        public String make(@Nullable Person person) {
            return "the-link";
        }

        @Override
        public Optional<Invitation> find(String secret) {
            return Optional.empty();
        }

        @Override
        public boolean use(String secret) {
            return false;
        }
    }

    @Test
    void with_a_mail_server_the_link_goes_to_its_person_and_nobody_else_sees_it() throws Exception {
        assertThat(invitations.to(JAN, "Priya Nair")).isEqualTo(new Handed.ByMail());
        assertThat(mail.last().getAllRecipients()[0]).hasToString("jan@example.com");
        assertThat(String.valueOf(mail.last().getContent()))
                .contains(
                        "Hello Jan Kowalski",
                        "Priya Nair has given you access",
                        "https://relink.example/set-up/the-link");
    }

    @Test
    void what_the_mail_server_refuses_is_handed_over_with_the_reason() {
        mail.answerToRecipient("550 5.1.1 no such user");
        assertThat(invitations.to(JAN, "Priya Nair")).isInstanceOfSatisfying(Handed.ByHand.class, handed -> {
            assertThat(handed.link()).isEqualTo("the-link");
            assertThat(handed.because()).contains("no such user");
        });
    }
}
