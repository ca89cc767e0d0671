package dev.relink.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.relink.RunningRelink;
import dev.relink.company.CompanyId;
import dev.relink.people.ApiTokens;
import dev.relink.people.People;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route that there is, asked by everybody that there is. A new route is in here by itself. */
class RouteRightsTest {

    private static final RunningRelink RELINK = RunningRelink.shared();
    private static final CompanyId ACME = new CompanyId("acme");

    private enum Who {
        NOBODY(Access.NONE),
        VIEWER(new Access(null, Map.of(ACME, Role.VIEWER))),
        OPERATOR(new Access(null, Map.of(ACME, Role.OPERATOR))),
        ADMIN(new Access(null, Map.of(ACME, Role.ADMIN))),
        ADMIN_OF_ANOTHER(new Access(null, Map.of(new CompanyId("cedar"), Role.ADMIN))),
        ADMIN_OF_EVERYTHING(Access.everywhere(Role.ADMIN));

        final Access access;

        Who(Access access) {
            this.access = access;
        }
    }

    private record Route(String method, String path, Right right) {}

    @Test
    void every_route_states_its_right() {
        assertThat(handlers().entrySet())
                .allSatisfy(route -> assertThat(route.getValue().hasMethodAnnotation(Requires.class))
                        .as("@Requires on " + route.getValue())
                        .isTrue());
    }

    @TestFactory
    Stream<DynamicTest> programs_reach_what_their_role_allows_and_nothing_else() {
        Map<Who, String> tokens = new EnumMap<>(Who.class);
        for (Who who : Who.values()) {
            tokens.put(
                    who,
                    who == Who.NOBODY
                            ? ""
                            : RELINK.bean(ApiTokens.class)
                                    .make(who.name(), who.access, "test")
                                    .secret());
        }
        return routes().filter(route -> route.path.startsWith("/api/"))
                .flatMap(route -> Stream.of(Who.values())
                        .map(who -> dynamicTest(route.method + " " + route.path + " by " + who, () -> {
                            int status = RELINK.api(
                                            route.method, route.path, Objects.requireNonNull(tokens.get(who)), "{}")
                                    .statusCode();
                            assertStatus(status, expected(route, who));
                        })));
    }

    /** Pages are for sessions: a signed-out browser is sent to the sign-in from all but the public ones. */
    @TestFactory
    Stream<DynamicTest> pages_are_closed_to_who_is_not_signed_in() {
        return routes().filter(route -> !route.path.startsWith("/api/") && route.method.equals("GET"))
                .map(route -> dynamicTest("GET " + route.path, () -> {
                    var answer = RELINK.browser().get(route.path);
                    boolean sentToSignIn =
                            answer.headers().firstValue("Location").orElse("").endsWith("/sign-in");
                    assertThat(sentToSignIn).as("sent to the sign-in").isEqualTo(route.right != Right.NONE);
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_changes_something_needs_the_token_of_a_page() {
        var browser = RELINK.browser().asAdmin();
        return routes().filter(route -> !route.path.startsWith("/api/") && !route.method.equals("GET"))
                .filter(route -> !route.path.startsWith("/unsubscribe/")) // its address is the secret: RFC 8058
                .filter(route -> !route.path.equals("/status-codes")) // explains a pasted log and keeps nothing
                .map(route -> dynamicTest(route.method + " " + route.path, () -> {
                    assertThat(browser.postWith("", route.path, Map.of()).statusCode())
                            .isEqualTo(403);
                    assertThat(browser.postWith("guessed", route.path, Map.of()).statusCode())
                            .isEqualTo(403);
                }));
    }

    /** As a program's token, so a person's session: with the page's CSRF token, so that nothing but the role refuses. */
    @TestFactory
    Stream<DynamicTest> people_reach_the_pages_that_their_role_allows_and_no_others() {
        return Stream.of(Who.values()).filter(who -> who != Who.NOBODY).flatMap(who -> {
            RunningRelink.Browser browser = signedIn(who);
            String csrf = csrf(browser.get("/account").body());
            return routes().filter(route -> !route.path.startsWith("/api/") && isNoSignIn(route))
                    .filter(route -> route.method.equals("GET") || expected(route, who) != 0) // changes nothing
                    .map(route -> dynamicTest(route.method + " " + route.path + " by " + who, () -> {
                        var answer = route.method.equals("GET")
                                ? browser.get(route.path)
                                : browser.postWith(csrf, route.path, Map.of());
                        assertStatus(answer.statusCode(), expected(route, who));
                        assertThat(answer.body()).doesNotContain("This page was open too long");
                    }));
        });
    }

    private static boolean isNoSignIn(Route route) {
        return !route.path.startsWith("/sign-in") && !route.path.equals("/error");
    }

    private static RunningRelink.Browser signedIn(Who who) {
        var people = RELINK.bean(People.class);
        String email = who.name().toLowerCase(Locale.ROOT) + "@roles.example";
        long id = people.byEmail(email)
                .orElseGet(() -> people.add(email, who.name(), who.access))
                .id();
        people.setPassword(id, "one for all the roles");
        return RELINK.browser().signIn(email, "one for all the roles");
    }

    private static String csrf(String page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /** Intuit's webhooks: the signature of the bytes is the key, and no role replaces it. */
    private static final String SIGNED = "/api/v1/quickbooks-online/events";

    /** 0 = let through. */
    private static int expected(Route route, Who who) {
        Access access = who.access;
        if (route.path.equals(SIGNED)) {
            return 401;
        }
        if (who == Who.NOBODY) {
            return route.right == Right.NONE ? 0 : 401;
        }
        return switch (route.right) {
            case NONE, SIGNED_IN -> 0;
            case READ -> access.mayRead(ACME) ? 0 : 404;
            case OPERATE -> access.mayOperate(ACME) ? 0 : access.mayRead(ACME) ? 403 : 404;
            case ADMIN -> access.mayAdmin(ACME) ? 0 : access.mayRead(ACME) ? 403 : 404;
            case ADMIN_OF_SOMETHING -> access.mayAdminSomething() ? 0 : 403;
            case ADMIN_OF_EVERYTHING -> access.mayAdminEverything() ? 0 : 403;
        };
    }

    private static void assertStatus(int status, int expected) {
        if (expected == 0) {
            assertThat(status).isNotIn(401, 403);
        } else {
            assertThat(status).isEqualTo(expected);
        }
    }

    private static Stream<Route> routes() {
        List<Route> routes = new ArrayList<>();
        handlers().forEach((mapping, handler) -> {
            Requires requires = handler.getMethodAnnotation(Requires.class);
            for (String pattern : mapping.getPatternValues()) {
                for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                    String path = pattern.replace("{company}", "acme")
                            .replaceAll("\\{platform}", "desktop")
                            .replaceAll("\\{[^}]+}", "999999");
                    routes.add(new Route(
                            method.name(), path, requires == null ? Right.ADMIN_OF_EVERYTHING : requires.value()));
                }
            }
        });
        return routes.stream();
    }

    private static Map<RequestMappingInfo, HandlerMethod> handlers() {
        Map<RequestMappingInfo, HandlerMethod> ours = new LinkedHashMap<>();
        RELINK.beans(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
                    if (handler.getBeanType().getPackageName().startsWith("dev.relink")) {
                        ours.put(info, handler);
                    }
                }));
        return ours;
    }
}
