package dev.relink.attempt;

import dev.relink.company.CompanyId;
import dev.relink.entity.RecordKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** What a record that we made carries (ExternalGUID), so that our own lost creates are recognised. */
public final class Marker {

    private Marker() {}

    /** The same for every attempt of one generation of one record. Lower case, no braces. */
    public static String of(CompanyId company, RecordKey key, int generation) {
        byte[] hash = sha256("%s\0%s\0%s\0%d".formatted(company, key.type(), key.id(), generation));
        var bytes = ByteBuffer.wrap(hash);
        long high = bytes.getLong() & ~0xF000L | 0x8000L; // version 8: made by our own rule
        long low = bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
