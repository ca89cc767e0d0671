package dev.relink.quickbooks.online.events;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code intuit-signature}: base64 of HMAC-SHA256 with the verifier token over the raw bytes. */
final class Signature {

    private Signature() {}

    static boolean isValid(@Nullable String given, byte[] body, String verifierToken) {
        return given != null
                && MessageDigest.isEqual(
                        of(body, verifierToken).getBytes(StandardCharsets.UTF_8),
                        given.strip().getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] body, String verifierToken) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(verifierToken.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
