package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.notice.Subscriptions;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** {@code /unsubscribe/...}: ends the mails about one company without a sign-in. Looking at it changes nothing: mail programs look. */
@Controller
@RequestMapping("/unsubscribe/{of}/{person}/{key}")
class UnsubscribePage {

    private final Subscriptions subscriptions;

    UnsubscribePage(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping
    @Requires(Right.NONE)
    Html ask(Page page, @PathVariable String of, @PathVariable long person, @PathVariable String key) {
        check(of, person, key);
        return Html.of("unsubscribe", Map.of("page", page, "isDone", false));
    }

    /** Also what a mail program posts by itself (RFC 8058). Twice is once. */
    @PostMapping
    @Requires(Right.NONE)
    Html end(Page page, @PathVariable String of, @PathVariable long person, @PathVariable String key) {
        check(of, person, key);
        subscriptions.remove(new CompanyId(of), person);
        return Html.of("unsubscribe", Map.of("page", page, "isDone", true));
    }

    private void check(String company, long person, String key) {
        if (!CompanyId.isValid(company) || !subscriptions.mayUnsubscribe(company, person, key)) {
            throw Refused.notFound("This link ends no mails. Copy the whole of it from the mail.");
        }
    }
}
