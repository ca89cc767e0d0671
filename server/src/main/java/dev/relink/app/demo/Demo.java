package dev.relink.app.demo;

import dev.relink.company.Companies;
import dev.relink.company.CompanyId;
import dev.relink.company.NewCompany;
import dev.relink.company.QuickBooks;
import dev.relink.company.QwcFile;
import dev.relink.company.WebConnectorAccount;
import dev.relink.intake.Change;
import dev.relink.intake.Intake;
import dev.relink.intake.Verdict;
import dev.relink.pending.PendingSyncs;
import dev.relink.platform.OnlineSettings;
import dev.relink.platform.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Sets three companies up at the first start, over the same ways that a real app and a real Web Connector take. */
@Component
@OnlyInDemo
class Demo implements ApplicationRunner {

    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId CEDAR_VALLEY = new CompanyId("cedar-valley");
    private static final CompanyId RIVERSIDE = new CompanyId("riverside");
    private static final String RIVERSIDE_NAME = "Riverside Gardens";
    private static final String REALM = "9130357212345678";
    private static final String EVENTS = "/api/v1/quickbooks-online/events";
    private static final TreeCare.Size WHOLE = new TreeCare.Size(60, 480, 60, 59, 400, 150);
    private static final TreeCare.Size SMALL = new TreeCare.Size(8, 16, 4, 12, 20, 8);
    private static final TreeCare.Size GARDENS = new TreeCare.Size(10, 24, 4, 14, 26, 12);
    private static final int ACROSS_THE_RIVER = 22;
    private static final Duration UNTIL_IN_STEP = Duration.ofMinutes(1);
    private static final Duration LOOKED_AGAIN_AFTER = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_RUNS = 10;
    private static final int AT_ONCE = 1_000;

    private final Companies companies;
    private final Intake intake;
    private final PendingSyncs pendings;
    private final Troubles troubles;
    private final PracticeQuickBooks practice;
    private final Settings settings;
    private final Environment environment;
    private final Clock clock;

    Demo(
            Companies companies,
            Intake intake,
            PendingSyncs pendings,
            Troubles troubles,
            Settings settings,
            Environment environment,
            Clock clock) {
        this.companies = companies;
        this.intake = intake;
        this.pendings = pendings;
        this.troubles = troubles;
        this.practice = new PracticeQuickBooks(settings.practice());
        this.settings = settings;
        this.environment = environment;
        this.clock = clock;
    }

    /** Cedar Valley is made last: when it is there, everything is. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (companies.find(CEDAR_VALLEY).isPresent()) {
            connectRiverside();
            return;
        }
        if (companies.find(ACME).isPresent()) {
            say("The demo was stopped while it was set up, so it is not complete: ./relink demo --fresh starts over.");
        } else if (practice.answersWithin(PATIENCE)) {
            setUp();
        } else {
            say("Practice QuickBooks does not answer at %s, so there is no company yet: ./relink demo starts both."
                    .formatted(settings.practice()));
        }
    }

    private void setUp() {
        Instant started = clock.instant();
        try {
            acme();
            riverside();
            cedarValley();
            troubles.noticeTheLostAnswer(practice, ACME.value(), settings.webConnectorTakeoverAfter());
        } catch (PracticeQuickBooks.Failed e) {
            say("The demo is not complete: %s ./relink demo --fresh starts over.".formatted(e.getMessage()));
            return;
        }
        say("The demo was set up in %d seconds."
                .formatted(Duration.between(started, clock.instant()).toSeconds()));
    }

    private void acme() {
        var business = new TreeCare(WHOLE, LocalDate.now(clock));
        found(ACME, "Acme Tree Care", business);
        say("Acme Tree Care: now a week of trouble ...");
        troubles.atTheKeyboard(practice, ACME.value());
        var entered = new ArrayList<>(troubles.inTheApp(business));
        entered.add(troubles.test(business));
        entered.addAll(troubles.awaitingApproval(ACME, business));
        send(ACME, entered);
        troubles.skipTest(ACME);
        practice.run(ACME.value());
        send(ACME, List.of(troubles.payment(business)));
        practice.loseNextAnswer(ACME.value());
        practice.run(ACME.value());
        send(ACME, troubles.stillToBeSent(business));
    }

    private void riverside() {
        companies.create(new NewCompany(RIVERSIDE, RIVERSIDE_NAME, QuickBooks.ONLINE, ""));
        List<Change> all = new TreeCare(GARDENS, LocalDate.now(clock), ACROSS_THE_RIVER)
                .app()
                .all();
        say("%s: %,d records go to practice QuickBooks Online ...".formatted(RIVERSIDE_NAME, all.size()));
        Instant started = clock.instant();
        connectRiverside();
        send(RIVERSIDE, all);
        while (pendings.waiting(RIVERSIDE, 1) > 0 && clock.instant().isBefore(started.plus(UNTIL_IN_STEP))) {
            PracticeQuickBooks.pause(LOOKED_AGAIN_AFTER);
        }
    }

    /** Nothing is to be done where practice QuickBooks Online still knows the company and Relink. */
    private void connectRiverside() {
        String email = settings.adminEmail();
        String password = settings.adminPassword();
        if (companies.find(RIVERSIDE).isEmpty()
                || email == null
                || password == null
                || !practice.answersWithin(PATIENCE)) {
            return;
        }
        try {
            boolean isThere = practice.realmName(REALM).equals(RIVERSIDE_NAME);
            if (!isThere) {
                practice.openRealm(REALM, RIVERSIDE_NAME);
            }
            practice.announce(REALM, address() + EVENTS, OnlineSettings.PRACTICE_VERIFIER);
            if (!isThere || !practice.isLetIn(REALM)) {
                new OnlineConsent(address()).connect(email, password, RIVERSIDE.value(), REALM);
            }
        } catch (PracticeQuickBooks.Failed e) {
            say("Riverside Gardens is not connected to its QuickBooks Online: %s Press Connect on its page Connection."
                    .formatted(e.getMessage()));
        }
    }

    private void cedarValley() {
        found(CEDAR_VALLEY, "Cedar Valley Arborists", new TreeCare(SMALL, LocalDate.now(clock)));
    }

    /** A company with its Web Connector, all records sent, and both sides in step. */
    private void found(CompanyId id, String name, TreeCare business) {
        practice.open(id.value(), name);
        var created = companies.create(new NewCompany(id, name, QuickBooks.DESKTOP, ""));
        WebConnectorAccount.SignIn signIn = Objects.requireNonNull(created.webConnector());
        QwcFile qwc = companies.qwcFile(id, address()).orElseThrow();
        practice.addToWebConnector(id.value(), qwc.xml(), signIn.password());
        List<Change> all = business.app().all();
        say("%s: %,d records go to practice QuickBooks ...".formatted(name, all.size()));
        send(id, all);
        runUntilInStep(id);
    }

    /** As the Web Connector of the same machine reaches this server. */
    private String address() {
        return "http://localhost:" + environment.getProperty("local.server.port", "" + settings.port());
    }

    private void send(CompanyId company, List<Change> changes) {
        for (int from = 0; from < changes.size(); from += AT_ONCE) {
            var verdicts = intake.apply(company, changes.subList(from, Math.min(changes.size(), from + AT_ONCE)));
            verdicts.forEach(verdict -> {
                if (verdict instanceof Verdict.Refused(var problems)) {
                    throw new IllegalStateException("The demo's own record was refused: " + problems);
                }
            });
        }
    }

    private void runUntilInStep(CompanyId company) {
        for (int run = 0; run < MOST_RUNS && pendings.waiting(company, 1) > 0; run++) {
            PracticeQuickBooks.Run report = practice.run(company.value());
            if (!report.isWell()) {
                throw new PracticeQuickBooks.Failed(
                        "The Web Connector's run ended with %s (%s).".formatted(report.ending(), report.said()));
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
