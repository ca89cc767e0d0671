package dev.relink.people;

import dev.relink.platform.Settings;
import dev.relink.platform.security.Access;
import dev.relink.platform.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The first administrator: from the settings, or whoever opens the link that is printed. And the token for automation. */
@Component
@Order(0)
class FirstStart implements ApplicationRunner {

    private static final Access ALL = Access.everywhere(Role.ADMIN);

    private final Settings settings;
    private final People people;
    private final SetUpLinks links;
    private final ApiTokens tokens;
    private final Environment environment;

    FirstStart(Settings settings, People people, SetUpLinks links, ApiTokens tokens, Environment environment) {
        this.settings = settings;
        this.people = people;
        this.links = links;
        this.tokens = tokens;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String token = settings.apiToken();
        if (token != null) {
            tokens.keep(token, "RELINK_API_TOKEN", ALL);
        }
        if (people.isEmpty()) {
            makeFirstAdministrator(settings.adminEmail(), settings.adminPassword());
        }
    }

    private void makeFirstAdministrator(@Nullable String email, @Nullable String password) {
        if (email == null || password == null) {
            printSetUpLink();
            return;
        }
        Person first = people.add(email, email.substring(0, email.indexOf('@')), ALL);
        people.setPassword(first.id(), password);
    }

    /** On the terminal, not in a log: whoever opens it first is the administrator. */
    @SuppressWarnings("SystemOut")
    private void printSetUpLink() {
        System.out.println("Nobody can sign in yet. Make the first administrator here (opens once): " + address()
                + "/set-up/" + links.make(null));
    }

    private String address() {
        var outside = settings.publicUrl();
        String port = environment.getProperty("local.server.port", String.valueOf(settings.port()));
        return outside == null ? "http://localhost:" + port : outside.toString().replaceAll("/$", "");
    }
}
