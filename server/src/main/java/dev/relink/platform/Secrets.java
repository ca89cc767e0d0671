package dev.relink.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets in the database unreadable without a key that is not in it.
 *
 * <p>What must be read again (OAuth tokens) is <em>sealed</em>: AES-256-GCM, bound to the company whose it is, so that a
 * row moved to another company does not open. What need only be recognised (tokens, tickets, generated passwords, all of
 * at least 112 random bits) is <em>hashed</em>: HMAC-SHA-256, so that a copied database can neither be searched for nor
 * extended with a known value. People's passwords are weaker and need a slow hash; that is not here.
 */
public final class Secrets {

    /** Length of the key from which all others are derived. */
    public static final int KEY_BYTES = 32;

    private static final byte FORMAT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey sealing;
    private final SecretKey hashing;

    /** @param key {@value #KEY_BYTES} random bytes */
    public Secrets(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key of " + KEY_BYTES + " bytes, not " + key.length);
        }
        sealing = derived(key, "AES", "relink seal v1");
        hashing = derived(key, "HmacSHA256", "relink keyed hash v1");
    }

    /** @param boundTo whose secret it is, such as the company's id; needed again to open */
    public byte[] seal(String boundTo, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, boundTo).doFinal(bytes(secret));
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not usable here", e);
        }
    }

    /** @throws SealBroken when the key is another, it belongs to another company, or somebody changed it */
    public String open(String boundTo, byte[] sealed) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != FORMAT) {
            throw new SealBroken(boundTo, null);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, boundTo);
            int start = 1 + NONCE_BYTES;
            return new String(cipher.doFinal(sealed, start, sealed.length - start), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SealBroken(boundTo, e);
        }
    }

    /** 32 bytes, the same for the same secret as long as the key is. */
    public byte[] keyedHash(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(hashing);
            return mac.doFinal(bytes(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not usable here", e);
        }
    }

    /** Whether the secret is the one that was hashed; takes the same time whether it is or not. */
    public boolean matches(String secret, byte[] keyedHash) {
        return MessageDigest.isEqual(keyedHash(secret), keyedHash);
    }

    private Cipher cipher(int mode, byte[] nonce, String boundTo) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(boundTo));
        return cipher;
    }

    private static SecretKey derived(byte[] key, String algorithm, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(new SecretKeySpec(key, "HKDF"))
                    .thenExpand(bytes(purpose), KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is not usable here", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
