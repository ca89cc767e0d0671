package dev.relink.admin;

import dev.relink.company.Companies;
import dev.relink.company.CompanyId;
import dev.relink.company.QwcFile;
import dev.relink.company.WebConnectorAccount;
import dev.relink.connection.Connections;
import dev.relink.platform.Settings;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** {@code /companies/{c}/connection}: how the link to QuickBooks does, and how to make it. */
@Controller
class ConnectionPage {

    private final JdbcLinks links;
    private final JdbcOnlineRows online;
    private final Companies companies;
    private final Connections connections;
    private final JdbcPageAudit audit;
    private final Settings settings;

    ConnectionPage(
            JdbcLinks links,
            JdbcOnlineRows online,
            Companies companies,
            Connections connections,
            JdbcPageAudit audit,
            Settings settings) {
        this.links = links;
        this.online = online;
        this.companies = companies;
        this.connections = connections;
        this.audit = audit;
        this.settings = settings;
    }

    @GetMapping("/companies/{company}/connection")
    @Requires(Right.READ)
    Html connection(
            Page page, @PathVariable String company, @RequestParam(name = "online", defaultValue = "") String how) {
        return show(OnlineNote.of(how).map(page::with).orElse(page), new CompanyId(company), null);
    }

    /** @param signIn shown in this answer and nowhere again */
    private Html show(Page page, CompanyId company, WebConnectorAccount.@Nullable SignIn signIn) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("page", page);
        LinkRow link = links.of(company, page.now());
        shown.put("link", link);
        if (!link.desktop()) {
            shown.put("online", online.of(company));
        }
        shown.put("warnings", qwc(company).map(QwcFile::warnings).orElse(List.of()));
        if (signIn != null) {
            shown.put("signIn", signIn);
        }
        return Html.of("connection", shown);
    }

    private Optional<QwcFile> qwc(CompanyId company) {
        String address = settings.publicUrl() == null
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : settings.publicUrl().toString();
        return companies.qwcFile(company, address);
    }

    /** Holds no secret. */
    @GetMapping("/companies/{company}/web-connector.qwc")
    @Requires(Right.READ)
    ResponseEntity<String> download(@PathVariable String company) {
        QwcFile file = qwc(new CompanyId(company))
                .orElseThrow(() -> Refused.notFound("The company " + company
                        + " has no Web Connector: it keeps its books in" + " QuickBooks Online."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.fileName())
                                .build()
                                .toString())
                .body(file.xml());
    }

    @PostMapping("/companies/{company}/connection/password")
    @Requires(Right.ADMIN)
    Html renewPassword(Page page, Actor actor, @PathVariable String company) {
        var id = new CompanyId(company);
        var signIn = companies
                .renewPassword(id)
                .orElseThrow(() -> Refused.notFound("The company " + company + " has no Web Connector."));
        audit.note(id, actor.name(), "renew Web Connector password", page.now());
        return show(page, id, signIn);
    }

    @PostMapping("/companies/{company}/connection/resume")
    @Requires(Right.ADMIN)
    @Transactional
    public SeeOther resume(Page page, Actor actor, @PathVariable String company) {
        var id = new CompanyId(company);
        String address = page.at("/connection");
        if (!connections.of(id).isStopped()) {
            return new SeeOther(address, Note.refused("Nothing was changed: sending is not stopped any more."));
        }
        connections.resume(id);
        audit.note(id, actor.name(), "confirm company file", page.now());
        return new SeeOther(
                address,
                Note.done(
                        "Sending goes on: the file that was refused is the right one now; each record is looked up in it first."));
    }
}
