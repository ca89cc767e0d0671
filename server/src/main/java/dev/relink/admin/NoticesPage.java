package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.notice.Deliveries;
import dev.relink.notice.Interest;
import dev.relink.notice.Subscriptions;
import dev.relink.notice.Watches;
import dev.relink.notice.Webhooks;
import dev.relink.platform.mail.Letters;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /companies/{c}/notices}: who is told what, and what became of each message. Webhooks: {@link WebhooksOnPage}. */
@Controller
@RequestMapping("/companies/{company}/notices")
class NoticesPage {

    private static final int SHOWN = 50;

    private final Subscriptions subscriptions;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Watches watches;
    private final Letters letters;
    private final JdbcPageAudit audit;

    NoticesPage(
            Subscriptions subscriptions,
            Webhooks webhooks,
            Deliveries deliveries,
            Watches watches,
            Letters letters,
            JdbcPageAudit audit) {
        this.subscriptions = subscriptions;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.watches = watches;
        this.letters = letters;
        this.audit = audit;
    }

    @GetMapping
    @Requires(Right.READ)
    Html show(Page page, Actor actor, @PathVariable String company) {
        return show(page, actor, new CompanyId(company), "");
    }

    /** @param secret of a webhook, shown this once */
    Html show(Page page, Actor actor, CompanyId company, String secret) {
        boolean admin = page.mayAdmin();
        var view = new NoticesView(
                subscriptions.find(company, actor.person().person()).orElse(null),
                letters.isSet(),
                watches.silentAfter(company).toHours(),
                admin ? subscriptions.of(company) : List.of(),
                admin ? webhooks.of(company) : List.of(),
                admin ? deliveries.last(company, SHOWN) : List.of(),
                secret);
        return Html.of("notices", Map.of("page", page, "view", view));
    }

    @PostMapping("/mine")
    @Requires(Right.READ)
    SeeOther save(Page page, Actor actor, @PathVariable String company, @RequestParam Map<String, String> form) {
        try {
            Interest interest = InterestForm.read(form);
            subscriptions.save(new CompanyId(company), actor.person().person(), interest);
            return new SeeOther(page.at("/notices"), Note.done("You are told " + interest.often() + " at most."));
        } catch (Refused refused) {
            return new SeeOther(page.at("/notices"), Note.refused("Nothing was changed. " + refused.detail()));
        }
    }

    @PostMapping("/mine/end")
    @Requires(Right.READ)
    SeeOther end(Page page, Actor actor, @PathVariable String company) {
        subscriptions.remove(new CompanyId(company), actor.person().person());
        return new SeeOther(page.at("/notices"), Note.done("You get no more mail about this company."));
    }

    @PostMapping("/silence")
    @Requires(Right.ADMIN)
    SeeOther silence(
            Page page, Actor actor, @PathVariable String company, @RequestParam(defaultValue = "") String hours) {
        var id = new CompanyId(company);
        try {
            var before = Map.of("hours", watches.silentAfter(id).toHours());
            watches.silentAfter(id, Duration.ofHours(hours.matches("\\d{1,4}") ? Long.parseLong(hours) : 0));
            audit.note(id, actor.name(), "change silence", before, Map.of("hours", Long.valueOf(hours)), page.now());
            return new SeeOther(
                    page.at("/notices"), Note.done("The Web Connector is missed after " + hours + " hours."));
        } catch (IllegalArgumentException bad) {
            return new SeeOther(page.at("/notices"), Note.refused("Nothing was changed. " + bad.getMessage()));
        }
    }

    @PostMapping("/deliveries/{delivery}/again")
    @Requires(Right.ADMIN)
    SeeOther again(Page page, Actor actor, @PathVariable String company, @PathVariable long delivery) {
        var id = new CompanyId(company);
        if (!deliveries.again(id, delivery)) {
            return new SeeOther(
                    page.at("/notices"), Note.refused("Nothing is sent: this message is not there any more."));
        }
        audit.note(id, actor.name(), "send notice " + delivery + " again", page.now());
        return new SeeOther(
                page.at("/notices"), Note.done("It is sent again within seconds; its receiver knows it by its id."));
    }
}
