package dev.relink.quickbooks.online.oauth;

import dev.relink.company.CompanyId;
import dev.relink.connection.Connections;
import dev.relink.platform.Json;
import dev.relink.platform.OnlineSettings;
import dev.relink.platform.Settings;
import dev.relink.platform.security.Actor;
import dev.relink.platform.web.Refused;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What people decide about a link: it is the right company, it is not, it is to end. Bindings stay in any case. */
@Component
class Linking {

    private static final Logger LOG = LoggerFactory.getLogger(Linking.class);

    private final Consents consents;
    private final Realms realms;
    private final Links links;
    private final Connections connections;
    private final Sealing sealing;
    private final TokenService service;
    private final OnlineSettings settings;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Linking(
            Consents consents,
            Realms realms,
            Links links,
            Connections connections,
            Sealing sealing,
            TokenService service,
            Settings settings,
            TransactionOperations transactions,
            JdbcClient jdbc,
            InstantSource clock) {
        this.consents = consents;
        this.realms = realms;
        this.links = links;
        this.connections = connections;
        this.sealing = sealing;
        this.service = service;
        this.settings = settings.online();
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What was given waits for somebody's yes, unless it is the realm that the company was linked with before: then that
     * is proof enough.
     *
     * @return whether it is connected
     */
    boolean arrived(CompanyId company, Consent consent, GivenAccess given, Actor actor) {
        consents.keep(company, consent, given);
        Optional<Link> before = links.find(company);
        boolean same = before.isPresent() && before.get().isOf(given.environment(), given.realm());
        if (same) {
            confirm(company, given.realm(), false, actor);
        }
        return same;
    }

    /**
     * @param realm as the person was shown it
     * @param other whether they were told that it is another company than the records are linked with
     */
    void confirm(CompanyId company, String realm, boolean other, Actor actor) {
        transactions.executeWithoutResult(status -> {
            Waiting given = consents.take(company, realm).orElseThrow(Linking::nothingWaits);
            if (!realms.link(given, actor.name())) {
                throw Connecting.taken(
                        realm, realms.holder(given.environment(), realm).orElse(company), actor);
            }
            String known = connections.of(company).fileIdentity();
            if (known != null && !known.equals(given.identity())) {
                if (!other) {
                    throw Refused.conflict(
                            "Nothing was changed: meanwhile the records were linked with another company."
                                    + " Look at the page Connection again.");
                }
                connections.refuse(company, given.identity(), "Another company of QuickBooks Online was connected.");
                connections.resume(company);
            }
            connections.linked(company, given.identity(), clock.instant());
            audit(company, actor, "connect QuickBooks Online", given.environment(), realm, given.companyName());
        });
    }

    /** It is the wrong one: the access that was given is given back. */
    void refuse(CompanyId company, String realm, Actor actor) {
        Waiting given = consents.take(company, realm).orElseThrow(Linking::nothingWaits);
        audit(company, actor, "refuse QuickBooks Online company", given.environment(), realm, given.companyName());
        revoke(given);
    }

    /** Nobody has ever confirmed it. Not when the realm is linked: one revocation ends all access to it. */
    void revoke(Waiting given) {
        if (realms.holder(given.environment(), given.realm()).isEmpty()) {
            revoke(given.company(), given.environment(), given.tokens());
        }
    }

    /** @return whether Intuit has ended it too; otherwise the person ends it in QuickBooks */
    boolean disconnect(CompanyId company, Actor actor) {
        Link link = links.find(company)
                .filter(known -> known.state() != Link.State.DISCONNECTED)
                .orElseThrow(() -> Refused.conflict("Nothing was changed: it is not connected."));
        String because = "%s disconnected it.".formatted(actor.name());
        transactions.executeWithoutResult(status -> {
            if (!realms.disconnect(company, because)) {
                throw Refused.conflict("Nothing was changed: it is disconnected already.");
            }
            connections.cutOff(company, "disconnected", because);
            audit(company, actor, "disconnect QuickBooks Online", link.environment(), link.realm(), link.companyName());
        });
        return link.tokens() == null || revoke(company, link.environment(), Objects.requireNonNull(link.tokens()));
    }

    private boolean revoke(CompanyId company, String environment, byte[] sealed) {
        try {
            settings.app(environment)
                    .ifPresent(app ->
                            service.revoke(app, sealing.open(company, sealed).refresh()));
            return true;
        } catch (TokensUnavailable away) {
            LOG.warn(
                    "The access of {} to QuickBooks Online is forgotten here, but Intuit still allows it: {}",
                    company,
                    away.getMessage());
            return false;
        }
    }

    private static Refused nothingWaits() {
        return Refused.conflict(
                "Nothing was changed: no such company of QuickBooks waits for a yes any more. Press Connect again.");
    }

    private void audit(
            CompanyId company, Actor actor, String act, String environment, String realm, String companyName) {
        int rows = jdbc.sql("""
                        insert into audit (company_id, at, actor, act, after) values (:company, :at, :actor, :act, :after::jsonb)
                        """)
                .param("company", company.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor.name())
                .param("act", act)
                .param("after", Json.write(Map.of("environment", environment, "realm", realm, "company", companyName)))
                .update();
        if (rows != 1) {
            throw new IllegalStateException(rows + " audit rows were written for one act");
        }
    }
}
