package dev.relink.people;

import dev.relink.platform.web.FieldProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/** People's passwords: a slow hash, PBKDF2-HMAC-SHA-256 with 600,000 rounds (OWASP). The prefix lets us change it later. */
@Component
final class Passwords {

    /** NIST SP 800-63B: length is what counts; no rules on letters and digits. */
    static final int SHORTEST = 12;

    static final int LONGEST = 200;

    private static final String NOW = "pbkdf2-600k";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            NOW,
            Map.of(NOW, new Pbkdf2PasswordEncoder("", 16, 600_000, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));

    private final String nobodys = hash("the password of nobody");

    /** What is wrong with a new one; empty when nothing is. */
    static List<FieldProblem> problems(String password) {
        return password.length() < SHORTEST || password.length() > LONGEST
                ? List.of(new FieldProblem(
                        "/password", "The password needs " + SHORTEST + " to " + LONGEST + " characters."))
                : List.of();
    }

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("No hash was made");
        }
        return hash;
    }

    /** Without a stored hash one is computed all the same: whether an address is known must not show in the time. */
    boolean matches(String password, Optional<String> stored) {
        boolean matches = password.length() <= LONGEST && encoder.matches(password, stored.orElse(nobodys));
        return matches && stored.isPresent();
    }
}
