package dev.relink.platform.security;

import dev.relink.company.CompanyId;
import dev.relink.platform.web.Refused;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Asks of every route what its {@link Requires} says. */
final class RouteRights implements HandlerInterceptor {

    private final Accounts accounts;

    RouteRights(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod route) || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        Requires rule = route.getMethodAnnotation(Requires.class);
        if (rule == null) {
            throw Refused.forbidden(
                    "Nobody may call this route: it states no right (" + route.getShortLogMessage() + ").");
        }
        check(rule.value(), SignedIn.now().map(Actor::access).orElse(Access.NONE), request);
        return true;
    }

    private void check(Right right, Access access, HttpServletRequest request) {
        switch (right) {
            case NONE, SIGNED_IN -> {} // whether somebody is signed in, the filter chain has already asked
            case READ -> require(access, Role.VIEWER, company(request));
            case OPERATE -> require(access, Role.OPERATOR, company(request));
            case ADMIN -> require(access, Role.ADMIN, company(request));
            case ADMIN_OF_SOMETHING -> require(access.mayAdminSomething(), "Only an administrator may do this.");
            case ADMIN_OF_EVERYTHING ->
                require(access.mayAdminEverything(), "Only an administrator of all companies may do this.");
        }
    }

    private void require(Access access, Role needed, String company) {
        Optional<Role> role = CompanyId.isValid(company) ? access.role(new CompanyId(company)) : Optional.empty();
        if (role.isEmpty() || (!accounts.exists(new CompanyId(company)))) {
            throw Refused.notFound("There is no company \"" + company + "\", or you may not see it.");
        }
        require(
                role.get().includes(needed),
                "This needs the role " + needed.word() + " for " + company + "; yours is "
                        + role.get().word() + ". Ask an administrator of Relink.");
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw Refused.forbidden(otherwise);
        }
    }

    private static String company(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object company = variables instanceof Map<?, ?> map ? map.get("company") : null;
        if (company == null) {
            throw new IllegalStateException(
                    "A route with a company's right needs {company} in its path: " + request.getRequestURI());
        }
        return company.toString();
    }
}
