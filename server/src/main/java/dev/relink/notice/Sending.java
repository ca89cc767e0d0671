package dev.relink.notice;

import dev.relink.company.CompanyId;
import dev.relink.platform.mail.Letter;
import dev.relink.platform.mail.Letters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One try of one message, and what follows from it. */
@Component
class Sending {

    /** The schedule that Standard Webhooks recommends; some 75 hours in all. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final WebhookCall calls;
    private final Subscriptions subscriptions;
    private final Letters letters;
    private final Digests digests;
    private final InstantSource clock;

    Sending(
            Deliveries deliveries,
            Webhooks webhooks,
            WebhookCall calls,
            Subscriptions subscriptions,
            Letters letters,
            Digests digests,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.calls = calls;
        this.subscriptions = subscriptions;
        this.letters = letters;
        this.digests = digests;
        this.clock = clock;
    }

    void send(Deliveries.Claimed claimed) {
        switch (claimed.message().channel()) {
            case MAIL -> mail(claimed);
            case WEBHOOK -> call(claimed);
        }
    }

    private void mail(Deliveries.Claimed claimed) {
        Optional<String> to =
                subscriptions.address(claimed.company(), claimed.message().recipient());
        if (to.isEmpty()) {
            deliveries.failed(claimed, "They ended these mails, or may not see the company any more.");
            return;
        }
        try {
            letters.send(letter(claimed, to.get()));
            deliveries.sent(claimed);
        } catch (Letters.NotSent refused) {
            if (refused.forGood()) {
                deliveries.failed(claimed, refused.reason());
            } else {
                again(claimed, refused.reason(), Instant.MIN);
            }
        }
    }

    private Letter letter(Deliveries.Claimed claimed, String to) {
        var message = claimed.message();
        CompanyId company = claimed.company();
        String notices = digests.server() + "/companies/" + company.value() + "/notices";
        String unsubscribe = digests.server() + subscriptions.unsubscribePath(company, message.recipient());
        return new Letter(
                message.id(),
                to,
                message.subject(),
                MailText.withFooter(message.body(), notices, unsubscribe),
                MailHtml.withFooter(message.html(), notices, unsubscribe),
                unsubscribe);
    }

    private void call(Deliveries.Claimed claimed) {
        CompanyId company = claimed.company();
        long id = claimed.message().recipient();
        Optional<Webhooks.Target> target = webhooks.target(company, id);
        if (target.isEmpty()) {
            deliveries.failed(claimed, "The webhook is switched off or removed.");
            return;
        }
        switch (calls.post(
                target.get(), claimed.message().id(), claimed.message().body())) {
            case WebhookCall.Answer.Taken _ -> {
                webhooks.works(company, id);
                deliveries.sent(claimed);
            }
            case WebhookCall.Answer.Gone _ -> {
                webhooks.gone(company, id);
                deliveries.failed(claimed, "It answered 410: gone.");
            }
            case WebhookCall.Answer.NotTaken(String why, Instant notBefore) -> {
                webhooks.fails(company, id);
                again(claimed, why, notBefore);
            }
        }
    }

    private void again(Deliveries.Claimed claimed, String why, Instant notBefore) {
        if (claimed.tries() > PAUSES.size()) {
            deliveries.failed(claimed, why);
            return;
        }
        Instant usual = clock.instant().plus(PAUSES.get(claimed.tries() - 1));
        deliveries.later(claimed, notBefore.isAfter(usual) ? notBefore : usual, why);
    }
}
