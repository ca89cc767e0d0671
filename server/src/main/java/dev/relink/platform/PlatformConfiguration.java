package dev.relink.platform;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    Settings settings(ConfigurableEnvironment environment) {
        return ReadSettings.from(environment);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ids ids() {
        return new SecureIds();
    }

    @Bean
    DataFolder dataFolder(Settings settings) {
        return DataFolder.open(settings.data());
    }

    @Bean
    Secrets secrets(Settings settings, DataFolder folder) {
        byte[] given = settings.secretKey();
        return new Secrets(given == null ? folder.readOrCreate("secret.key", PlatformConfiguration::newKey) : given);
    }

    private static byte[] newKey() {
        byte[] key = new byte[Secrets.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
