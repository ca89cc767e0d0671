package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.notice.Webhook;
import dev.relink.notice.Webhooks;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Programs that are told, on the page of notices. */
@Controller
@RequestMapping("/companies/{company}/notices/webhooks")
class WebhooksOnPage {

    private final Webhooks webhooks;
    private final NoticesPage notices;
    private final JdbcPageAudit audit;

    WebhooksOnPage(Webhooks webhooks, NoticesPage notices, JdbcPageAudit audit) {
        this.webhooks = webhooks;
        this.notices = notices;
        this.audit = audit;
    }

    /** What the audit keeps of one. */
    private record Told(String url, boolean causes, boolean silence, boolean recovery, String every) {
        static Told of(Webhook webhook) {
            var interest = webhook.interest();
            return new Told(
                    webhook.url(), interest.causes(), interest.silence(), interest.recovery(), interest.often());
        }
    }

    /** The secret is shown in the answer itself and nowhere again. */
    @PostMapping
    @Requires(Right.ADMIN)
    Html add(Page page, Actor actor, @PathVariable String company, @RequestParam Map<String, String> form) {
        var id = new CompanyId(company);
        try {
            Webhook.Made made = webhooks.add(id, form.getOrDefault("url", ""), InterestForm.read(form), actor.name());
            audit.note(id, actor.name(), "add webhook", null, Told.of(made.webhook()), page.now());
            return notices.show(page, actor, id, made.secret());
        } catch (Refused | IllegalArgumentException refused) {
            return notices.show(page.with(Note.refused("No webhook was added. " + refused.getMessage())), actor, id, "")
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Its secret stays; one that was switched off is on again. */
    @PostMapping("/{webhook}")
    @Requires(Right.ADMIN)
    Object change(
            Page page,
            Actor actor,
            @PathVariable String company,
            @PathVariable long webhook,
            @RequestParam Map<String, String> form) {
        var id = new CompanyId(company);
        Webhook before = webhooks.find(id, webhook).orElseThrow(WebhooksOnPage::gone);
        try {
            webhooks.change(id, webhook, form.getOrDefault("url", ""), InterestForm.read(form));
        } catch (Refused | IllegalArgumentException refused) {
            return notices.show(page.with(Note.refused("Nothing was changed. " + refused.getMessage())), actor, id, "")
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Webhook after = webhooks.find(id, webhook).orElseThrow(WebhooksOnPage::gone);
        audit.note(id, actor.name(), "change webhook", Told.of(before), Told.of(after), page.now());
        return new SeeOther(
                page.at("/notices"),
                Note.done("The webhook is changed; its secret is the same. Send a test to be sure."));
    }

    @PostMapping("/{webhook}/secret")
    @Requires(Right.ADMIN)
    Html rotate(Page page, Actor actor, @PathVariable String company, @PathVariable long webhook) {
        var id = new CompanyId(company);
        String secret = webhooks.rotate(id, webhook).orElseThrow(WebhooksOnPage::gone);
        audit.note(id, actor.name(), "renew secret of webhook " + webhook, page.now());
        return notices.show(page, actor, id, secret);
    }

    @PostMapping("/{webhook}/on")
    @Requires(Right.ADMIN)
    SeeOther switchOn(Page page, Actor actor, @PathVariable String company, @PathVariable long webhook) {
        var id = new CompanyId(company);
        Webhook known = webhooks.find(id, webhook).orElseThrow(WebhooksOnPage::gone);
        webhooks.change(id, webhook, known.url(), known.interest());
        audit.note(id, actor.name(), "switch on webhook " + webhook, page.now());
        return new SeeOther(
                page.at("/notices"), Note.done("The webhook is on; it is told what is new from its last message on."));
    }

    @PostMapping("/{webhook}/test")
    @Requires(Right.ADMIN)
    SeeOther test(Page page, @PathVariable String company, @PathVariable long webhook) {
        var id = new CompanyId(company);
        webhooks.test(
                id, webhooks.find(id, webhook).orElseThrow(WebhooksOnPage::gone).id());
        return new SeeOther(
                page.at("/notices"),
                Note.done("A test is on its way; in a few seconds the list below says what came of it."));
    }

    @PostMapping("/{webhook}/remove")
    @Requires(Right.ADMIN)
    SeeOther remove(Page page, Actor actor, @PathVariable String company, @PathVariable long webhook) {
        var id = new CompanyId(company);
        Webhook known = webhooks.find(id, webhook).orElseThrow(WebhooksOnPage::gone);
        webhooks.remove(id, webhook);
        audit.note(id, actor.name(), "remove webhook", Told.of(known), null, page.now());
        return new SeeOther(
                page.at("/notices"), Note.done("The webhook is removed; what was waiting for it is not sent."));
    }

    private static Refused gone() {
        return Refused.notFound("This webhook is not there any more.");
    }
}
