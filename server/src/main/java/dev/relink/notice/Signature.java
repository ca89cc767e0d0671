package dev.relink.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Standard Webhooks 1.0: HMAC-SHA-256 over id, time and body, so that none of them can be another's. */
final class Signature {

    static final String PREFIX = "whsec_";

    private Signature() {}

    /** @param token 24 random bytes, in base64 for addresses @return as receivers are given it */
    static String secret(String token) {
        return PREFIX
                + Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(token));
    }

    /**
     * @param secrets one, or two while they are being changed: a receiver is content with either
     * @param timestamp seconds since 1970, of this try
     * @return the value of {@code webhook-signature}
     */
    static String of(List<String> secrets, String id, long timestamp, String body) {
        return secrets.stream()
                .map(secret -> "v1," + signed(secret, id + "." + timestamp + "." + body))
                .collect(Collectors.joining(" "));
    }

    private static String signed(String secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not usable here", e);
        }
    }
}
