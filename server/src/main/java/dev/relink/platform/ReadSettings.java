package dev.relink.platform;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;

/** Reads the settings before anything is built on them, and hands Spring Boot those that are its own. */
final class ReadSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        Map<String, Object> ofSpring = Map.of("server.port", from(environment).port());
        environment.getPropertySources().addLast(new MapPropertySource("relink settings", ofSpring));
    }

    static Settings from(ConfigurableEnvironment environment) {
        List<String> names = environment.getPropertySources().stream()
                .flatMap(source -> source instanceof EnumerablePropertySource<?> listed
                        ? Stream.of(listed.getPropertyNames())
                        : Stream.empty())
                .toList();
        return Settings.from(new GivenSettings(names, environment::getProperty));
    }
}
