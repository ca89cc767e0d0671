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
 * @param webConnectorSilentAfter how long a Web Connector may be silent before its connection counts as broken
 * @param doubtQuarantine the time between two empty look-ups before “not there” is believed
 * @param readEvery how often a run also reads what changed or was deleted in QuickBooks; 0 means every run
 * @param onlineReadEvery the same for QuickBooks Online, where reads are counted
 * @param mail through which mail goes; null = there is none, and links are handed over by people
 * @param oidc with which people may sign in besides by password; null = by password only
 * @param online the keys to QuickBooks Online
 * @param onlineLimits how often one company of it may be called
 * @param webhookPrivateAddresses whether a webhook may lead into this network, and speak plain http
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
        Duration webConnectorSilentAfter,
        Duration doubtQuarantine,
        Duration readEvery,
        Duration onlineReadEvery,
        @Nullable MailSettings mail,
        @Nullable OidcSettings oidc,
        OnlineSettings online,
        OnlineLimits onlineLimits,
        boolean webhookPrivateAddresses,
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
                given.duration("web-connector-silent-after", Duration.ofHours(26)),
                given.duration("doubt-quarantine", demo ? Duration.ofSeconds(5) : Duration.ofMinutes(1)),
                given.duration("read-every", demo ? Duration.ZERO : Duration.ofMinutes(1)),
                given.duration("online-read-every", demo ? Duration.ofSeconds(15) : Duration.ofMinutes(15)),
                mail(given),
                oidc(given),
                online(given, demo ? practice(practice) : null),
                onlineLimits(given),
                given.yesOrNo("webhook-private-addresses", false),
                demo,
                practice(practice));
        given.refuseUnknown();
        if (settings.mail != null && settings.publicUrl == null) {
            throw new StartRefused("RELINK_MAIL_HOST needs RELINK_PUBLIC_URL too: mails carry links to this server.");
        }
        return settings;
    }

    private static @Nullable MailSettings mail(GivenSettings given) {
        String host = given.text("mail-host", "the name of a mail server", "[A-Za-z0-9.:-]+");
        int port = given.wholeNumber("mail-port", 587, 1, 65535);
        String username = given.text("mail-username", "a user of the mail server", ".+");
        String password = given.secret("mail-password", 1);
        String from = given.text("mail-from", "an e-mail address", "[^@\\s]+@[^@\\s]+");
        String tls = given.text("mail-tls", "starttls, tls or none", "starttls|tls|none");
        if (host == null) {
            return null;
        }
        if (from == null) {
            throw new StartRefused("RELINK_MAIL_HOST needs RELINK_MAIL_FROM too: the address that mails come from.");
        }
        return new MailSettings(host, port, username, password, from, tls == null ? "starttls" : tls);
    }

    private static @Nullable OidcSettings oidc(GivenSettings given) {
        URI issuer = given.issuer("oidc-issuer");
        String id = given.text("oidc-client-id", "the id under which the provider knows Relink", ".+");
        String secret = given.secret("oidc-client-secret", 1);
        String name = given.text("oidc-name", "what stands on the button, up to 40 characters", ".{1,40}");
        String domain = given.text("oidc-allowed-domain", "a domain such as example.com", "[A-Za-z0-9.-]+\\.[A-Za-z]+");
        String claim = given.text("oidc-role-claim", "the name of a claim", "\\S+");
        if (issuer == null) {
            return null;
        }
        if (id == null || secret == null) {
            throw new StartRefused("RELINK_OIDC_ISSUER needs RELINK_OIDC_CLIENT_ID and RELINK_OIDC_CLIENT_SECRET too.");
        }
        return new OidcSettings(issuer, id, secret, name == null ? "single sign-on" : name, domain, claim);
    }

    private static URI practice(@Nullable URI given) {
        return given == null ? URI.create("http://localhost:8090") : given;
    }

    /** @param practice where practice QuickBooks Online stands in for a real one that nobody set; null = nowhere */
    private static OnlineSettings online(GivenSettings given, @Nullable URI practice) {
        var production = onlineApp(
                OnlineApp.PRODUCTION,
                given.text("online-client-id", "the client id that Intuit gave", "\\S+"),
                given.secret("online-client-secret", 1),
                given.issuer("online-discovery"),
                given.onlineApi("online-api-production"),
                given.secret("online-webhook-verifier-token", 1));
        var sandbox = onlineApp(
                OnlineApp.SANDBOX,
                given.text("online-sandbox-client-id", "the client id that Intuit gave", "\\S+"),
                given.secret("online-sandbox-client-secret", 1),
                given.issuer("online-sandbox-discovery"),
                given.onlineApi("online-api-sandbox"),
                given.secret("online-sandbox-webhook-verifier-token", 1));
        return practice == null || production != null || sandbox != null
                ? new OnlineSettings(production, sandbox)
                : OnlineSettings.ofPractice(practice);
    }

    private static OnlineLimits onlineLimits(GivenSettings given) {
        return new OnlineLimits(
                given.wholeNumber("online-calls-per-minute", 500, 10, 100_000),
                given.wholeNumber("online-calls-per-second", 10, 1, 1_000),
                given.wholeNumber("online-calls-in-flight", 10, 1, 1_000),
                given.wholeNumber("online-batches-per-minute", 40, 1, 10_000),
                given.duration("online-timeout", Duration.ofSeconds(130)),
                given.wholeNumber("online-reads-per-month", OnlineLimits.READS_OF_THE_SMALLEST_PLAN, 0, 2_000_000_000));
    }

    private static @Nullable OnlineApp onlineApp(
            String environment,
            @Nullable String id,
            @Nullable String secret,
            @Nullable URI discovery,
            @Nullable URI api,
            @Nullable String verifierToken) {
        boolean production = environment.equals(OnlineApp.PRODUCTION);
        if (id == null && secret == null) {
            return null;
        }
        if (id == null || secret == null) {
            String name = production ? "RELINK_ONLINE_CLIENT_" : "RELINK_ONLINE_SANDBOX_CLIENT_";
            throw new StartRefused("%sID and %sSECRET belong together: set both or none.".formatted(name, name));
        }
        return new OnlineApp(
                environment,
                id,
                secret,
                orElse(discovery, production ? OnlineSettings.DISCOVERY : OnlineSettings.SANDBOX_DISCOVERY),
                orElse(api, production ? OnlineSettings.API : OnlineSettings.SANDBOX_API),
                verifierToken);
    }

    private static URI orElse(@Nullable URI given, URI otherwise) {
        return given == null ? otherwise : given;
    }

    /** Without the secrets: this goes to logs. */
    @Override
    public String toString() {
        return "Settings[port=" + port + ", data=" + data + ", publicUrl=" + publicUrl + ", demo=" + demo + "]";
    }
}
