package dev.relink.admin;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import dev.relink.firstlink.FirstLinkDecisions;
import dev.relink.firstlink.FirstLinks;
import dev.relink.firstlink.Keep;
import dev.relink.firstlink.Pair;
import dev.relink.firstlink.Proposal;
import dev.relink.firstlink.Proposals;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /companies/{c}/first-link}: which records of the app are which in QuickBooks, before anything is created. */
@Controller
class FirstLinkPage {

    private static final int SIZE = 50;

    private final FirstLinks firstLinks;
    private final FirstLinkDecisions decisions;
    private final Proposals proposals;

    FirstLinkPage(FirstLinks firstLinks, FirstLinkDecisions decisions, Proposals proposals) {
        this.firstLinks = firstLinks;
        this.decisions = decisions;
        this.proposals = proposals;
    }

    @GetMapping("/companies/{company}/first-link")
    @Requires(Right.READ)
    Html show(Page page, @PathVariable String company, @RequestParam Map<String, String> asked) {
        var id = new CompanyId(company);
        var link = firstLinks.of(id);
        var filter = FirstLinkView.Filter.of(asked, link);
        List<Proposal> found =
                link.isOpen() ? proposals.list(id, filter.wanted(), filter.after(), SIZE + 1) : List.of();
        var view = new FirstLinkView(link, filter, found.stream().limit(SIZE).toList(), found.size() > SIZE);
        return Html.of("first-link", Map.of("page", page, "view", view));
    }

    @PostMapping("/companies/{company}/first-link/begin")
    @Requires(Right.ADMIN)
    SeeOther begin(Page page, Actor actor, @PathVariable String company) {
        firstLinks.begin(new CompanyId(company), actor.name());
        return new SeeOther(
                page.at("/first-link"),
                Note.done(
                        "Begun. No customer, vendor or item is created until QuickBooks’ lists were read, at the next run."));
    }

    @PostMapping("/companies/{company}/first-link/end")
    @Requires(Right.ADMIN)
    SeeOther end(Page page, Actor actor, @PathVariable String company) {
        firstLinks.end(new CompanyId(company), actor.name());
        return new SeeOther(page.at("/first-link"), Note.done("Ended. Everything goes normally from now on."));
    }

    @PostMapping("/companies/{company}/first-link/accept-exact")
    @Requires(Right.OPERATE)
    SeeOther acceptExact(
            Page page, Actor actor, @PathVariable String company, @RequestParam Map<String, String> fields) {
        int bound = decisions
                .acceptExact(new CompanyId(company), keep(fields.get("keep")), actor.name())
                .size();
        return back(page, Note.done(told(bound) + " linked to what QuickBooks has."));
    }

    @PostMapping("/companies/{company}/first-link/accept")
    @Requires(Right.OPERATE)
    SeeOther accept(
            Page page, Actor actor, @PathVariable String company, @RequestParam MultiValueMap<String, String> fields) {
        List<Pair> choices = keys(fields).stream()
                .map(key -> choice(key, fields))
                .filter(Objects::nonNull)
                .toList();
        int bound = decisions
                .accept(new CompanyId(company), choices, keep(fields.getFirst("keep")), actor.name())
                .size();
        return back(
                page,
                bound == 0
                        ? Note.refused("Nothing was linked: tick records and choose what each is, or their entries"
                                + " are gone or taken meanwhile.")
                        : Note.done(told(bound) + " linked to what QuickBooks has."));
    }

    @PostMapping("/companies/{company}/first-link/create")
    @Requires(Right.OPERATE)
    SeeOther create(
            Page page, Actor actor, @PathVariable String company, @RequestParam MultiValueMap<String, String> fields) {
        int some = decisions.create(new CompanyId(company), keys(fields), actor.name());
        return back(page, some == 0 ? NOTHING : Note.done(told(some) + " to be created at the next run."));
    }

    @PostMapping("/companies/{company}/first-link/ignore")
    @Requires(Right.OPERATE)
    SeeOther ignore(
            Page page, Actor actor, @PathVariable String company, @RequestParam MultiValueMap<String, String> fields) {
        int some = decisions.ignore(new CompanyId(company), keys(fields), actor.name());
        return back(
                page, some == 0 ? NOTHING : Note.done(told(some) + " ignored: not sent until the app changes them."));
    }

    private static final Note NOTHING = Note.refused("Nothing was changed: tick the records first.");

    private static SeeOther back(Page page, Note note) {
        return new SeeOther(page.at("/first-link"), note);
    }

    private static String told(int records) {
        return records == 1 ? "1 record" : Times.grouped(records) + " records";
    }

    private static Keep keep(@Nullable String word) {
        return "quickbooks".equals(word) ? Keep.QUICKBOOKS : Keep.APP;
    }

    /** The one whose button was pressed, or else those that are ticked. */
    private static List<RecordKey> keys(MultiValueMap<String, String> fields) {
        String only = fields.getFirst("only");
        List<String> keys = only == null ? fields.getOrDefault("of", List.of()) : List.of(only);
        return keys.stream()
                .filter(key -> key.indexOf('/') > 0)
                .map(RepairForm::key)
                .toList();
    }

    private static @Nullable Pair choice(RecordKey key, MultiValueMap<String, String> fields) {
        String chosen = fields.getFirst("is:" + key.type() + "/" + key.id());
        return chosen == null ? null : new Pair(key, chosen);
    }
}
