package dev.relink.admin;

import dev.relink.platform.security.Access;
import dev.relink.platform.security.Actor;
import dev.relink.platform.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives a controller method the {@link Page} of its request. */
final class PageArgument implements HandlerMethodArgumentResolver {

    private final JdbcCompanyFrames companies;
    private final InstantSource clock;

    PageArgument(JdbcCompanyFrames companies, InstantSource clock) {
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    Page of(HttpServletRequest request) {
        Actor actor = SignedIn.now().orElse(null);
        return new Page(
                actor,
                company(request, actor),
                actor == null ? List.of() : companies.links(actor.access()),
                note(request),
                (CsrfToken) request.getAttribute(CsrfToken.class.getName()),
                request.getRequestURI(),
                clock.instant());
    }

    private @Nullable CompanyInFrame company(HttpServletRequest request, @Nullable Actor actor) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object id = variables instanceof Map<?, ?> map ? map.get("company") : null;
        Access access = actor == null ? Access.NONE : actor.access();
        return id == null
                ? null
                : companies
                        .find(id.toString(), access, actor == null ? "" : actor.name(), clock.instant())
                        .orElse(null);
    }

    private static @Nullable Note note(HttpServletRequest request) {
        Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
        return flash == null ? null : (Note) flash.get(PageAnswers.NOTE);
    }
}
