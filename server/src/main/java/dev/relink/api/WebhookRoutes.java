package dev.relink.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.relink.company.CompanyId;
import dev.relink.notice.Interest;
import dev.relink.notice.Webhook;
import dev.relink.notice.Webhooks;
import dev.relink.platform.Json;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Programs that are told what is new about a company. */
@RestController
@RequestMapping("/api/v1/companies/{company}/webhooks")
class WebhookRoutes {

    private final Webhooks webhooks;
    private final Audit audit;

    WebhookRoutes(Webhooks webhooks, Audit audit) {
        this.webhooks = webhooks;
        this.audit = audit;
    }

    /** @param secret in the answer that made it and never again */
    record View(
            String id,
            String url,
            List<String> notices,
            long everyMinutes,
            String madeBy,
            Instant madeAt,
            @Nullable Instant oldSecretUntil,
            @Nullable Instant failingSince,
            @Nullable String offBecause,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String secret) {

        static View of(Webhook webhook, @Nullable String secret) {
            var interest = InterestJson.of(webhook.interest());
            return new View(
                    Long.toString(webhook.id()),
                    webhook.url(),
                    interest.notices(),
                    interest.everyMinutes(),
                    webhook.madeBy(),
                    webhook.madeAt(),
                    webhook.oldSecretUntil(),
                    webhook.failingSince(),
                    webhook.offBecause(),
                    secret);
        }
    }

    @Requires(Right.ADMIN)
    @GetMapping
    Page<View> list(@PathVariable CompanyId company) {
        List<View> views =
                webhooks.of(company).stream().map(one -> View.of(one, null)).toList();
        return new Page<>(views, null, views.size(), false);
    }

    @Requires(Right.ADMIN)
    @PostMapping
    ResponseEntity<View> add(@PathVariable CompanyId company, HttpServletRequest request, Actor actor)
            throws IOException {
        Body body = Body.of(Body.bytes(request), "url", "notices", "everyMinutes");
        String url = body.text("url");
        Interest interest = InterestJson.read(body);
        Webhook.Made made = urlChecked(() -> webhooks.add(company, url, interest, actor.name()));
        View view = View.of(made.webhook(), null);
        audit.add(company, actor, "add webhook", null, null, Json.write(told(made.webhook())));
        return ResponseEntity.created(URI.create("/api/v1/companies/" + company + "/webhooks/" + view.id()))
                .body(View.of(made.webhook(), made.secret()));
    }

    /** What is left out becomes as it is at a new one; it is switched on again. */
    @Requires(Right.ADMIN)
    @PutMapping("/{id}")
    View change(@PathVariable CompanyId company, @PathVariable long id, HttpServletRequest request, Actor actor)
            throws IOException {
        Webhook before = find(company, id);
        Body body = Body.of(Body.bytes(request), "url", "notices", "everyMinutes");
        String url = body.has("url") ? body.text("url") : before.url();
        Interest interest = InterestJson.read(body);
        urlChecked(() -> webhooks.change(company, id, url, interest));
        Webhook after = find(company, id);
        audit.add(company, actor, "change webhook", null, Json.write(told(before)), Json.write(told(after)));
        return View.of(after, null);
    }

    @Requires(Right.ADMIN)
    @PostMapping("/{id}/secret")
    View rotate(@PathVariable CompanyId company, @PathVariable long id, Actor actor) {
        String secret = webhooks.rotate(company, id).orElseThrow(() -> gone(id));
        audit.add(company, actor, "renew secret of webhook " + id, null, null, null);
        return View.of(find(company, id), secret);
    }

    @Requires(Right.ADMIN)
    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void test(@PathVariable CompanyId company, @PathVariable long id) {
        webhooks.test(company, find(company, id).id());
    }

    @Requires(Right.ADMIN)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable CompanyId company, @PathVariable long id, Actor actor) {
        Webhook before = find(company, id);
        webhooks.remove(company, id);
        audit.add(company, actor, "remove webhook", null, Json.write(told(before)), null);
    }

    private Webhook find(CompanyId company, long id) {
        return webhooks.find(company, id).orElseThrow(() -> gone(id));
    }

    private static Refused gone(long id) {
        return Refused.notFound("There is no webhook " + id + ".");
    }

    private static Map<String, Object> told(Webhook webhook) {
        var interest = InterestJson.of(webhook.interest());
        return Map.of("url", webhook.url(), "notices", interest.notices(), "everyMinutes", interest.everyMinutes());
    }

    private static <T> T urlChecked(Supplier<T> act) {
        try {
            return act.get();
        } catch (IllegalArgumentException bad) {
            throw Refused.badField("/url", String.valueOf(bad.getMessage()));
        }
    }
}
