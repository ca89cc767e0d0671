package dev.relink.quickbooks.desktop.webconnector;

import dev.relink.catalogue.Decoder;
import dev.relink.catalogue.Operation;
import dev.relink.connection.Health;
import dev.relink.connector.Connector.UnreadableAnswer;
import dev.relink.connector.Row;
import dev.relink.cycle.Cycles;
import dev.relink.platform.Ids;
import dev.relink.platform.Secrets;
import dev.relink.platform.Settings;
import dev.relink.platform.database.KeptPlans;
import dev.relink.quickbooks.desktop.qbxml.DesktopConnector;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the endpoint at {@code /qbwc}: a servlet of its own, since Spring MVC has nothing to add to SOAP but cost. */
@Configuration(proxyBeanMethods = false)
class WebConnectorBeans {

    @Bean
    WebConnectorSessions webConnectorSessions(
            JdbcClient jdbc, DataSource dataSource, TransactionOperations transactions, Settings settings) {
        return new WebConnectorSessions(
                jdbc, KeptPlans.of(dataSource), transactions, settings.webConnectorTakeoverAfter());
    }

    @Bean
    Tickets tickets(Secrets secrets, Ids ids) {
        return new Tickets(secrets, ids);
    }

    @Bean
    Door door(
            WebConnectorSessions sessions,
            Tickets tickets,
            Secrets secrets,
            Health health,
            Cycles cycles,
            Clock clock) {
        return new Door(sessions, tickets, new Throttle(clock), secrets, health, cycles);
    }

    @Bean
    Visits visits(WebConnectorSessions sessions, Tickets tickets, Cycles cycles, Decoder decoder) {
        return new Visits(sessions, tickets, cycles, WebConnectorBeans::books, (code, message) -> {
            var decoded = decoder.decode(code, message, Operation.QUERY);
            return decoded.problem(Map.of()) + " " + decoded.fix(Map.of());
        });
    }

    private static Optional<Row.Books> books(String hcp) {
        try {
            return Optional.of(DesktopConnector.readHcp(hcp));
        } catch (UnreadableAnswer _) {
            return Optional.empty();
        }
    }

    @Bean
    ServletRegistrationBean<WebConnectorServlet> webConnectorServlet(Door door, Visits visits, Settings settings) {
        var servlet =
                new WebConnectorServlet(new WebConnector(door, visits), WebConnectorSettings.at(settings.publicUrl()));
        var registration = new ServletRegistrationBean<>(servlet, "/qbwc", "/qbwc/");
        registration.setLoadOnStartup(1);
        return registration;
    }

    /**
     * Before all filters of pages and programs (sessions, form fields, sign-in, observations): the Web Connector brings
     * its own password and ticket, and those filters were a quarter of what a poll cost.
     */
    @Bean
    FilterRegistrationBean<Filter> webConnectorFirst(ServletRegistrationBean<WebConnectorServlet> webConnectorServlet) {
        var servlet = Objects.requireNonNull(webConnectorServlet.getServlet());
        var first = new FilterRegistrationBean<Filter>(
                (request, response, otherFilters) -> servlet.service(request, response));
        first.setUrlPatterns(webConnectorServlet.getUrlMappings());
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }
}
