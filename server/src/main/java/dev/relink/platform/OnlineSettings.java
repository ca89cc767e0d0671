package dev.relink.platform;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys to QuickBooks Online. Without any it is off, and pages say so.
 *
 * @param production null = no real company can be connected
 * @param sandbox null = no practice company can be connected
 */
public record OnlineSettings(
        @Nullable OnlineApp production, @Nullable OnlineApp sandbox) {

    static final URI DISCOVERY = URI.create("https://developer.api.intuit.com/.well-known/openid_configuration");
    static final URI API = URI.create("https://quickbooks.api.intuit.com/v3/company/");
    static final URI SANDBOX_DISCOVERY =
            URI.create("https://developer.api.intuit.com/.well-known/openid_sandbox_configuration");
    static final URI SANDBOX_API = URI.create("https://sandbox-quickbooks.api.intuit.com/v3/company/");

    /** With which practice QuickBooks Online signs what it tells the demo. It is a practice key and guards nothing. */
    public static final String PRACTICE_VERIFIER = "practice-verifier";

    /** The app that practice QuickBooks Online knows from the start. */
    static OnlineSettings ofPractice(URI practice) {
        return new OnlineSettings(
                new OnlineApp(
                        OnlineApp.PRODUCTION,
                        "practice-app",
                        "practice-secret",
                        practice.resolve("/online/.well-known/openid_configuration"),
                        practice.resolve("/online/v3/company/"),
                        PRACTICE_VERIFIER),
                null);
    }

    /** Production first. */
    public List<OnlineApp> apps() {
        return Stream.of(production, sandbox).flatMap(Stream::ofNullable).toList();
    }

    /** @param environment {@code production} or {@code sandbox} */
    public Optional<OnlineApp> app(String environment) {
        return apps().stream()
                .filter(app -> app.environment().equals(environment))
                .findFirst();
    }

    public boolean isOff() {
        return production == null && sandbox == null;
    }
}
