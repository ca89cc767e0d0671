package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.notice.Deliveries;
import dev.relink.notice.Delivery;
import dev.relink.notice.Interest;
import dev.relink.notice.Subscriptions;
import dev.relink.notice.Watches;
import dev.relink.people.People;
import dev.relink.people.Person;
import dev.relink.platform.Json;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was told about a company, which people are told by mail, and after which silence. */
@RestController
@RequestMapping("/api/v1/companies/{company}")
class NoticeRoutes {

    private static final int SHOWN = 50;

    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final Watches watches;
    private final People people;
    private final Audit audit;

    NoticeRoutes(Deliveries deliveries, Subscriptions subscriptions, Watches watches, People people, Audit audit) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.watches = watches;
        this.people = people;
        this.audit = audit;
    }

    record Sent(
            String id,
            String messageId,
            String channel,
            String to,
            String subject,
            String state,
            int tries,
            @Nullable Instant nextTry,
            Instant madeAt,
            @Nullable Instant sentAt,
            @Nullable String error) {

        static Sent of(Delivery delivery) {
            return new Sent(
                    Long.toString(delivery.id()),
                    delivery.messageId(),
                    delivery.channel().word(),
                    delivery.to(),
                    delivery.subject(),
                    delivery.state().word(),
                    delivery.tries(),
                    delivery.state() == Delivery.State.WAITING ? delivery.nextTry() : null,
                    delivery.madeAt(),
                    delivery.sentAt(),
                    delivery.error().isEmpty() ? null : delivery.error());
        }
    }

    /** The last 50, newest first. */
    @Requires(Right.ADMIN)
    @GetMapping("/notices")
    Page<Sent> list(@PathVariable CompanyId company) {
        List<Sent> sent = deliveries.last(company, SHOWN).stream().map(Sent::of).toList();
        return new Page<>(sent, null, sent.size(), false);
    }

    @Requires(Right.ADMIN)
    @PostMapping("/notices/{id}/send-again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void again(@PathVariable CompanyId company, @PathVariable long id, Actor actor) {
        if (!deliveries.again(company, id)) {
            throw Refused.notFound("There is no notice " + id + ".");
        }
        audit.add(company, actor, "send notice " + id + " again", null, null, null);
    }

    @Requires(Right.ADMIN)
    @GetMapping("/notice-settings")
    Map<String, Object> settings(@PathVariable CompanyId company) {
        return Map.of("silentAfterHours", watches.silentAfter(company).toHours());
    }

    @Requires(Right.ADMIN)
    @PutMapping("/notice-settings")
    Map<String, Object> settings(@PathVariable CompanyId company, HttpServletRequest request, Actor actor)
            throws IOException {
        Body body = Body.of(Body.bytes(request), "silentAfterHours");
        long hours = body.number("silentAfterHours");
        body.check();
        Map<String, Object> before = settings(company);
        try {
            watches.silentAfter(company, Duration.ofHours(hours));
        } catch (IllegalArgumentException bad) {
            throw Refused.badField("/silentAfterHours", String.valueOf(bad.getMessage()));
        }
        audit.add(company, actor, "change silence", null, Json.write(before), Json.write(settings(company)));
        return settings(company);
    }

    record Subscriber(String email, String name, List<String> notices, long everyMinutes) {
        static Subscriber of(String email, String name, Interest interest) {
            var json = InterestJson.of(interest);
            return new Subscriber(email, name, json.notices(), json.everyMinutes());
        }
    }

    @Requires(Right.ADMIN)
    @GetMapping("/subscriptions")
    Page<Subscriber> subscribers(@PathVariable CompanyId company) {
        List<Subscriber> all = subscriptions.of(company).stream()
                .map(one -> Subscriber.of(one.email(), one.name(), one.interest()))
                .toList();
        return new Page<>(all, null, all.size(), false);
    }

    @Requires(Right.ADMIN)
    @PutMapping("/subscriptions/{email}")
    Subscriber subscribe(
            @PathVariable CompanyId company, @PathVariable String email, HttpServletRequest request, Actor actor)
            throws IOException {
        Person person = person(company, email);
        Interest interest = InterestJson.read(Body.of(Body.bytes(request), "notices", "everyMinutes"));
        subscriptions.save(company, person.id(), interest);
        audit.add(company, actor, "subscribe " + person.email(), null, null, Json.write(InterestJson.of(interest)));
        return Subscriber.of(person.email(), person.name(), interest);
    }

    @Requires(Right.ADMIN)
    @DeleteMapping("/subscriptions/{email}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unsubscribe(@PathVariable CompanyId company, @PathVariable String email, Actor actor) {
        if (!subscriptions.remove(company, person(company, email).id())) {
            throw Refused.notFound(email + " gets no mail about " + company + ".");
        }
        audit.add(company, actor, "unsubscribe " + email, null, null, null);
    }

    private Person person(CompanyId company, String email) {
        return people.byEmail(email)
                .filter(known -> known.access().mayRead(company))
                .orElseThrow(() -> Refused.notFound("Nobody with the address " + email + " may see " + company + "."));
    }
}
