package dev.relink.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How this server is to run: the {@code relink.*} properties, also given as {@code RELINK_*} in the environment. What is
 * listed here is all there is: a name that is not, or a value that does not fit, stops the start.
 *
 * @param port where it listens; 0 takes a free one
 * @param data folder of the embedded database and the keys
 * @param databaseUrl a PostgreSQL server; null means the embedded one
 * @param publicUrl as people and the Web Connector reach it from outside; null means by the address of the request
 * @param adminEmail first administrator; with the password, or else a one-time set-up link is printed
 * @param secretKey seals tokens and passwords, {@value Secrets#KEY_BYTES} bytes; null means the one in the data folder
 * @param apiToken a first token with the role admin, for automation
 * @param webConnectorTakeoverAfter how long a Web Connector session that went silent still holds its company
 * @param doubtQuarantine the time between two empty look-ups before “not there” is believed
 * @param readEvery how often a run also reads what changed or was deleted in QuickBooks; 0 means every run
 * @param demo whether a small business is set up to be looked at; it shortens the three times above
 * @param practice demo only: where practice QuickBooks is
 */
public record Settings(
        int port,
        Path data,
        @Nullable String databaseUrl,
        @Nullable String databaseUsername,
        @Nullable String databasePassword,
        @Nullable URI publicUrl,
        @Nullable String adminEmail,
        @Nullable String adminPassword,
        byte @Nullable [] secretKey,
        @Nullable String apiToken,
        Duration webConnectorTakeoverAfter,
        Duration doubtQuarantine,
        Duration readEvery,
        boolean demo,
        URI practice) {

    /** @throws StartRefused with the name, the value unless it is secret, and what is allowed */
    static Settings from(GivenSettings given) {
        boolean demo = given.yesOrNo("demo", false);
        URI practice = given.webAddress("practice");
        var settings = new Settings(
                given.wholeNumber("port", 8080, 0, 65535),
                given.folder("data", Path.of("data")),
                given.text("database-url", "jdbc:postgresql://HOST[:PORT]/DATABASE", "jdbc:postgresql:.+"),
                given.text("database-username", "a user of the database", ".+"),
                given.secret("database-password", 1),
                given.webAddress("public-url"),
                given.text("admin-email", "an e-mail address", "[^@\\s]+@[^@\\s]+"),
                given.secret("admin-password", 12),
                given.key("secret-key", Secrets.KEY_BYTES),
                given.secret("api-token", 24),
                given.duration("web-connector-takeover-after", demo ? Duration.ofSeconds(5) : Duration.ofMinutes(2)),
                given.duration("doubt-quarantine", demo ? Duration.ofSeconds(5) : Duration.ofMinutes(1)),
                given.duration("read-every", demo ? Duration.ZERO : Duration.ofMinutes(1)),
                demo,
                practice == null ? URI.create("http://localhost:8090") : practice);
        given.refuseUnknown();
        return settings;
    }

    /** Without the secrets: this goes to logs. */
    @Override
    public String toString() {
        return "Settings[port=" + port + ", data=" + data + ", publicUrl=" + publicUrl + ", demo=" + demo + "]";
    }
}
