package dev.relink.api;

import dev.relink.company.Companies;
import dev.relink.company.Company;
import dev.relink.company.CompanyExists;
import dev.relink.company.CompanyId;
import dev.relink.company.CompanyRefused;
import dev.relink.company.NewCompany;
import dev.relink.company.QuickBooks;
import dev.relink.company.WebConnectorAccount;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.web.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Companies: make one, see how they stand. */
@RestController
@RequestMapping("/api/v1/companies")
class CompanyRoutes {

    private final Companies companies;
    private final JdbcCompanyQueries queries;

    CompanyRoutes(Companies companies, JdbcCompanyQueries queries) {
        this.companies = companies;
        this.queries = queries;
    }

    /** The password is in this answer only, so the answer is not kept under an Idempotency-Key: the id says enough. */
    @Requires(Right.ADMIN_OF_EVERYTHING)
    @PostMapping
    ResponseEntity<Map<String, Object>> create(HttpServletRequest request) throws IOException {
        NewCompany wanted = read(Body.of(Body.bytes(request), "id", "name", "quickbooks", "companyFile"));
        Companies.Created created = create(wanted);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", created.company().id().value());
        answer.put("name", created.company().name());
        answer.put("quickbooks", created.company().quickbooks().word());
        answer.put("companyFile", created.company().companyFile());
        answer.put("createdAt", created.company().createdAt());
        if (created.webConnector() instanceof WebConnectorAccount.SignIn signIn) {
            answer.put("webConnector", signIn);
        }
        return ResponseEntity.created(
                        URI.create("/api/v1/companies/" + created.company().id()))
                .body(answer);
    }

    private Companies.Created create(NewCompany wanted) {
        try {
            return companies.create(wanted);
        } catch (CompanyExists taken) {
            throw Refused.conflict(String.valueOf(taken.getMessage()));
        }
    }

    private static NewCompany read(Body body) {
        String id = body.textOrNull("id");
        String name = body.text("name");
        String quickbooks = body.text("quickbooks");
        String file = body.textOrNull("companyFile");
        if (id != null && !CompanyId.isValid(id)) {
            body.problem("id", "may have a to z, 0 to 9 and hyphens, at most 40 characters");
        }
        body.check();
        try {
            return new NewCompany(
                    id == null ? null : new CompanyId(id), name, QuickBooks.of(quickbooks), file == null ? "" : file);
        } catch (CompanyRefused refused) {
            throw Refused.badField(refused.pointer(), String.valueOf(refused.getMessage()));
        }
    }

    /** Those that the asker may see. */
    @Requires(Right.SIGNED_IN)
    @GetMapping
    Page<JdbcCompanyQueries.View> list(
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor) {
        Slice slice = Slice.of(limit, cursor);
        List<Company> seen = companies.list().stream()
                .filter(company -> actor.access().mayRead(company.id()))
                .toList();
        String after = slice.place(1)[0];
        List<Company> rest = after == null
                ? seen
                : seen.stream()
                        .dropWhile(company -> !company.id().value().equals(after))
                        .skip(1)
                        .toList();
        Page<Company> page = Page.of(
                rest.stream().limit(slice.rows()).toList(),
                slice,
                seen.size(),
                company -> List.of(company.id().value()));
        return new Page<>(queries.views(page.items()), page.nextCursor(), page.total(), false);
    }

    @Requires(Right.READ)
    @GetMapping("/{company}")
    JdbcCompanyQueries.View one(@PathVariable CompanyId company) {
        Company found = companies.find(company).orElseThrow(() -> noCompany(company));
        return queries.views(List.of(found)).getFirst();
    }

    static Refused noCompany(CompanyId company) {
        return Refused.notFound("There is no company \"%s\", or you may not see it.".formatted(company));
    }
}
