package dev.relink.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Secrets secrets = new Secrets(KEY);

    @Test
    void what_was_sealed_for_a_company_opens_for_it_even_after_a_restart() {
        byte[] sealed = secrets.seal("acme", "refresh-token-é");
        assertThat(new Secrets(KEY).open("acme", sealed)).isEqualTo("refresh-token-é");
    }

    @Test
    void a_sealed_secret_moved_to_another_company_does_not_open() {
        byte[] sealed = secrets.seal("acme", "refresh-token");
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> secrets.open("other", sealed));
    }

    @Test
    void a_changed_byte_anywhere_breaks_the_seal() {
        byte[] sealed = secrets.seal("acme", "refresh-token");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> secrets.open("acme", changed));
        }
    }

    @Test
    void what_is_too_short_to_be_sealed_is_refused() {
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> secrets.open("acme", new byte[] {1, 2, 3}));
    }

    @Test
    void another_key_opens_nothing_and_says_what_to_restore() {
        byte[] sealed = secrets.seal("acme", "refresh-token");
        var other = new Secrets(new byte[Secrets.KEY_BYTES]);
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> other.open("acme", sealed))
                .withMessageContaining("RELINK_SECRET_KEY")
                .withMessageContaining("acme");
    }

    @Test
    void the_same_secret_sealed_twice_looks_different() {
        assertThat(secrets.seal("acme", "same")).isNotEqualTo(secrets.seal("acme", "same"));
    }

    @Test
    void a_hash_recognises_its_secret_and_no_other() {
        byte[] hash = secrets.keyedHash("ticket");
        assertThat(secrets.matches("ticket", hash)).isTrue();
        assertThat(secrets.matches("Ticket", hash)).isFalse();
        assertThat(new Secrets(new byte[Secrets.KEY_BYTES]).matches("ticket", hash))
                .isFalse();
    }
}
