package dev.relink.platform;

import java.security.SecureRandom;
import java.util.Base64;

final class SecureIds implements Ids {

    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final SecureRandom random = new SecureRandom();

    @Override
    public String token() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    @Override
    public String messageSetId() {
        return random.ints(20, 0, LETTERS_AND_DIGITS.length())
                .collect(StringBuilder::new, (id, i) -> id.append(LETTERS_AND_DIGITS.charAt(i)), StringBuilder::append)
                .toString();
    }
}
