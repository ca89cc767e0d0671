package dev.relink.quickbooks.desktop.webconnector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {

    private static final long GIGABYTE = 1L << 30;

    /** Zeros without an end, counted. */
    private static final class Zeros extends InputStream {
        private long handedOut;

        @Override
        public int read() {
            handedOut++;
            return 0;
        }

        @Override
        public int read(byte[] to, int from, int most) {
            handedOut += most;
            return most;
        }
    }

    private final Zeros zeros = new Zeros();

    @Test
    void a_gigabyte_that_announces_itself_is_refused_before_its_first_byte() {
        var body = new LimitedBody(zeros, GIGABYTE);
        assertThatExceptionOfType(LimitedBody.TooLarge.class)
                .isThrownBy(() -> body.declaredAtMost(1 << 20))
                .withMessageContaining("1,048,576");
        assertThat(zeros.handedOut).isZero();
    }

    @Test
    void a_gigabyte_that_does_not_is_read_no_further_than_one_buffer_beyond_the_limit() throws Exception {
        var body = new LimitedBody(zeros, -1);
        body.declaredAtMost(1 << 20);
        body.readAtMost(1 << 20);
        assertThatExceptionOfType(LimitedBody.TooLarge.class)
                .isThrownBy(() -> body.transferTo(OutputStream.nullOutputStream()));
        assertThat(zeros.handedOut).isBetween(1L << 20, (1L << 20) + 16_384);
    }
}
