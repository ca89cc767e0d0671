package dev.relink.api;

import dev.relink.company.CompanyId;
import dev.relink.people.ApiToken;
import dev.relink.people.ApiTokens;
import dev.relink.people.PeopleAudit;
import dev.relink.people.Told;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Accounts;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.Requires;
import dev.relink.platform.security.Right;
import dev.relink.platform.security.Role;
import dev.relink.platform.web.FieldProblem;
import dev.relink.platform.web.Refused;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/tokens}: programs' tokens. Nobody gives or takes more than they administer themselves. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensController {

    private static final int LONGEST_NAME = 100;

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final PeopleAudit audit;

    TokensController(ApiTokens tokens, Accounts accounts, PeopleAudit audit) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** @param companies null or empty = all companies */
    record Wanted(
            @Nullable String name,
            @Nullable String role,
            @Nullable List<String> companies) {}

    @PostMapping
    @Requires(Right.ADMIN_OF_SOMETHING)
    ResponseEntity<TokenJson> make(Actor actor, @RequestBody Wanted wanted) {
        Access access = access(wanted, actor);
        String name = String.valueOf(wanted.name()).strip();
        ApiToken.Made made = tokens.make(name, access, actor.name());
        audit.note(actor.name(), "made the token", name, null, Told.of(name, access));
        return ResponseEntity.created(
                        URI.create("/api/v1/tokens/" + made.token().id()))
                .body(TokenJson.of(made.token(), made.secret()));
    }

    @GetMapping
    @Requires(Right.ADMIN_OF_SOMETHING)
    Listed list(Actor actor) {
        List<TokenJson> items = tokens.all().stream()
                .filter(token -> actor.access().mayGrant(token.access()))
                .map(token -> TokenJson.of(token, null))
                .toList();
        return new Listed(items, null, items.size());
    }

    @DeleteMapping("/{id}")
    @Requires(Right.ADMIN_OF_SOMETHING)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor, @PathVariable long id) {
        ApiToken token = tokens.all().stream()
                .filter(known -> known.id() == id && actor.access().mayGrant(known.access()))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no token " + id + ", or it is not yours to revoke."));
        tokens.revoke(id);
        audit.note(actor.name(), "revoked the token", token.name(), Told.of(token.name(), token.access()), null);
    }

    private Access access(Wanted wanted, Actor actor) {
        List<FieldProblem> errors = new ArrayList<>();
        if (wanted.name() == null
                || wanted.name().isBlank()
                || wanted.name().strip().length() > LONGEST_NAME) {
            errors.add(new FieldProblem("/name", "The name needs 1 to " + LONGEST_NAME + " characters."));
        }
        Role role = Role.of(String.valueOf(wanted.role())).orElse(null);
        if (role == null) {
            errors.add(new FieldProblem("/role", "The role is one of: viewer, operator, admin."));
        }
        List<String> companies = wanted.companies() == null ? List.of() : wanted.companies();
        for (int i = 0; i < companies.size(); i++) {
            if (!isMine(companies.get(i), actor)) {
                errors.add(new FieldProblem(
                        "/companies/" + i,
                        "There is no company \"" + companies.get(i) + "\", or you do not administer it."));
            }
        }
        if (role == null || !errors.isEmpty()) {
            throw Refused.badFields(errors);
        }
        Access access = companies.isEmpty()
                ? Access.everywhere(role)
                : new Access(
                        null, companies.stream().distinct().collect(Collectors.toMap(CompanyId::new, company -> role)));
        if (!actor.access().mayGrant(access)) {
            throw Refused.forbidden("Only an administrator of all companies may make a token for all: name companies.");
        }
        return access;
    }

    private boolean isMine(String company, Actor actor) {
        return CompanyId.isValid(company)
                && actor.access().mayAdmin(new CompanyId(company))
                && accounts.exists(new CompanyId(company));
    }

    record Listed(List<TokenJson> items, @Nullable String nextCursor, int total) {}
}
