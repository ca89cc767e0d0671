package dev.relink.platform.security;

import dev.relink.platform.web.RefusedByContainer;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * The ids in our addresses are the apps' own, such as {@code INV/2026/17}: a slash in one arrives as %2F and stays part of
 * it, likewise a percent sign, a semicolon and a backslash. Rights hang on the routes, which see whole segments, so none of
 * these leads around them.
 */
@Configuration(proxyBeanMethods = false)
class IdsInAddresses {

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        String kept = EncodedSolidusHandling.PASS_THROUGH.getValue();
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(kept);
            connector.setEncodedReverseSolidusHandling(kept);
        });
    }

    /** What is no address at all never gets as far as our pages. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedByContainer() {
        return server -> server.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusedByContainer()));
    }

    @Bean
    static HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowBackSlash(true);
        firewall.setAllowSemicolon(true);
        return firewall;
    }
}
