package dev.relink.platform.security;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hangs the rule check in front of every controller, and makes the session's cookie a strict one. */
@Configuration(proxyBeanMethods = false)
class SecurityForWeb implements WebMvcConfigurer {

    /** A working day; after that the session asks for a sign-in again. */
    private static final Duration IDLE = Duration.ofHours(8);

    private final Accounts accounts;

    SecurityForWeb(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new RouteRights(accounts));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    /** Lax, not Strict: a link in a mail to an error's page should find its reader signed in. Every change has a CSRF token. */
    @Bean
    static WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie() {
        return server -> {
            var session = server.getSettings().getSession();
            session.setTimeout(IDLE);
            session.getCookie().setName("relink");
            session.getCookie().setHttpOnly(true);
            session.getCookie().setSameSite(Cookie.SameSite.LAX);
        };
    }
}
