package dev.relink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A small OpenID Connect provider that speaks the real protocol and signs with a real key. It lies when it is told to. */
public final class PracticeProvider {

    public static final String CLIENT = "relink-client";
    public static final String SECRET = "the secret of the client";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What is wrong with the next ID token. */
    public enum Lie {
        NONE,
        OTHER_NONCE,
        NO_NONCE,
        OTHER_KEY,
        OTHER_AUDIENCE,
        OTHER_ISSUER,
        EXPIRED,
        NOT_SIGNED,
        SIGNED_WITH_THE_CLIENTS_SECRET
    }

    public record Account(String subject, String email, boolean verified, String name, List<String> roles) {}

    private record Login(Map<String, String> asked, Account account, Lie lie) {}

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey otherKey;
    private final Map<String, Login> codes = new ConcurrentHashMap<>();
    private volatile Account account = new Account("nobody", "nobody@example.com", true, "Nobody", List.of());
    private volatile Lie lie = Lie.NONE;
    private volatile Map<String, String> lastAsked = Map.of();

    private PracticeProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            otherKey = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    public static PracticeProvider start() {
        return new PracticeProvider();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Who signs in there next, and what the provider says of them. */
    public void next(Account who, Lie how) {
        account = who;
        lie = how;
    }

    /** The parameters with which the last browser came. */
    public Map<String, String> lastAsked() {
        return lastAsked;
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        lastAsked = asked;
        String code = UUID.randomUUID().toString();
        codes.put(code, new Login(asked, account, lie));
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state="
                                + encoded(String.valueOf(asked.get("state"))));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        String basic = "Basic "
                + Base64.getEncoder().encodeToString((encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(UTF_8));
        Login login = codes.remove(form.getOrDefault("code", ""));
        boolean right = login != null
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && Objects.equals(login.asked.get("redirect_uri"), form.get("redirect_uri"))
                && Objects.equals(login.asked.get("code_challenge"), challenge(form.getOrDefault("code_verifier", "")));
        if (!right) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        json(
                exchange,
                200,
                Map.of(
                        "access_token",
                        "opens-nothing",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        60,
                        "id_token",
                        id(Objects.requireNonNull(login))));
    }

    private String id(Login login) {
        Instant now = Instant.now();
        boolean expired = login.lie == Lie.EXPIRED;
        var claims = new JWTClaimsSet.Builder()
                .issuer(login.lie == Lie.OTHER_ISSUER ? "http://localhost:1" : issuer())
                .subject(login.account.subject)
                .audience(login.lie == Lie.OTHER_AUDIENCE ? "another-client" : CLIENT)
                .issueTime(Date.from(expired ? now.minusSeconds(7200) : now))
                .expirationTime(Date.from(expired ? now.minusSeconds(3600) : now.plusSeconds(300)))
                .claim("nonce", nonce(login))
                .claim("email", login.account.email)
                .claim("email_verified", login.account.verified)
                .claim("name", login.account.name)
                .claim("roles", login.account.roles)
                .build();
        try {
            return switch (login.lie) {
                case NOT_SIGNED -> new PlainJWT(claims).serialize();
                case SIGNED_WITH_THE_CLIENTS_SECRET ->
                    signed(
                            claims,
                            JWSAlgorithm.HS256,
                            new MACSigner(MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(UTF_8))));
                case OTHER_KEY -> signed(claims, JWSAlgorithm.RS256, new RSASSASigner(otherKey));
                default -> signed(claims, JWSAlgorithm.RS256, new RSASSASigner(key));
            };
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String nonce(Login login) {
        return switch (login.lie) {
            case OTHER_NONCE -> "of-another-sign-in";
            case NO_NONCE -> null;
            default -> login.asked.get("nonce");
        };
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        var header = new JWSHeader.Builder(algorithm)
                .keyID("one")
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : query.split("&")) {
            String[] pair = part.split("=", 2);
            parameters.put(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8));
        }
        return parameters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static void json(HttpExchange exchange, int status, Object body) {
        try (exchange) {
            byte[] bytes = JSON.writeValueAsBytes(body);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
