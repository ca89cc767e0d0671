package dev.relink;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The server. `./relink serve` starts it. Two packages may each have a class of one name: beans go by the full one. */
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        exclude = UserDetailsServiceAutoConfiguration.class) // people are ours: people/KnownAccounts
public class Relink {

    public static void main(String[] args) {
        SpringApplication.run(Relink.class, args);
    }
}
