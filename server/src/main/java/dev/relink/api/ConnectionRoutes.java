package dev.relink.api;

import dev.relink.company.Companies;
import dev.relink.company.Company;
import dev.relink.company.CompanyId;
import dev.relink.company.QuickBooks;
import dev.relink.company.QwcFile;
import dev.relink.company.WebConnectorAccount;
import dev.relink.connection.Connections;
import dev.relink.connection.OnlineRuns;
import dev.relink.platform.Settings;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The link to QuickBooks: how it is, a new password, the right company file, a run. */
@RestController
@RequestMapping("/api/v1/companies/{company}")
class ConnectionRoutes {

    private final Companies companies;
    private final Connections connections;
    private final OnlineRuns onlineRuns;
    private final JdbcCompanyQueries queries;
    private final Audit audit;
    private final Once once;
    private final Settings settings;
    private final InstantSource clock;

    ConnectionRoutes(
            Companies companies,
            Connections connections,
            OnlineRuns onlineRuns,
            JdbcCompanyQueries queries,
            Audit audit,
            Once once,
            Settings settings,
            InstantSource clock) {
        this.companies = companies;
        this.connections = connections;
        this.onlineRuns = onlineRuns;
        this.queries = queries;
        this.audit = audit;
        this.once = once;
        this.settings = settings;
        this.clock = clock;
    }

    @Requires(Right.READ)
    @GetMapping("/connection")
    JdbcCompanyQueries.Health health(@PathVariable CompanyId company) {
        return queries.views(List.of(find(company))).getFirst().health().getFirst();
    }

    /** What a person opens in the Web Connector to add this company. */
    @Requires(Right.READ)
    @GetMapping(path = "/web-connector.qwc", produces = "application/xml")
    ResponseEntity<String> qwc(@PathVariable CompanyId company) {
        URI publicUrl = settings.publicUrl();
        QwcFile file = companies
                .qwcFile(
                        company,
                        publicUrl == null
                                ? ServletUriComponentsBuilder.fromCurrentContextPath()
                                        .toUriString()
                                : publicUrl.toString())
                .orElseThrow(() -> Refused.conflict("Only QuickBooks Desktop has a Web Connector."));
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(file.fileName()))
                .body(file.xml());
    }

    /** The password is in this answer only; the old one is void at once. */
    @Requires(Right.ADMIN)
    @PostMapping("/connection/password")
    WebConnectorAccount.SignIn renewPassword(@PathVariable CompanyId company, Actor actor) {
        WebConnectorAccount.SignIn signIn = companies
                .renewPassword(company)
                .orElseThrow(() -> Refused.conflict("Only QuickBooks Desktop has a Web Connector password."));
        audit.add(company, actor, "renew-web-connector-password", null, null, null);
        return signIn;
    }

    /** A person says that the company file that is open is the right one: its identity is learned anew. */
    @Requires(Right.ADMIN)
    @PostMapping("/connection/confirm-company-file")
    JdbcCompanyQueries.Health confirmCompanyFile(@PathVariable CompanyId company, Actor actor) {
        connections.resume(company);
        audit.add(company, actor, "confirm-company-file", null, null, null);
        return health(company);
    }

    /** Desktop: at the next visit of the Web Connector, which also reads what changed in QuickBooks. */
    @Requires(Right.OPERATE)
    @PostMapping("/cycles")
    ResponseEntity<byte[]> run(@PathVariable CompanyId company, HttpServletRequest request, Actor actor)
            throws IOException {
        return once.answer(request, actor, company.value(), Body.bytes(request), () -> {
            connections.nextReadAt(company, clock.instant());
            onlineRuns.asked(company);
            return Once.Answer.accepted(Map.of("runs", runs(find(company).quickbooks())));
        });
    }

    private static String runs(QuickBooks quickbooks) {
        return switch (quickbooks) {
            case DESKTOP -> "at the next visit of the Web Connector; press Update Selected there to make it now";
            case ONLINE -> "now";
        };
    }

    private Company find(CompanyId company) {
        return companies.find(company).orElseThrow(() -> CompanyRoutes.noCompany(company));
    }
}
