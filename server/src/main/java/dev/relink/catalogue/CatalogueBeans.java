package dev.relink.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the server the one catalogue. A broken file stops the start. */
@Configuration(proxyBeanMethods = false)
class CatalogueBeans {

    @Bean
    Catalogue catalogue() {
        return Catalogue.load();
    }

    @Bean
    Decoder decoder(Catalogue catalogue) {
        return new Decoder(catalogue);
    }
}
