package dev.relink.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void lines_end_with_a_line_feed_or_with_the_stream_and_blank_ones_only_count() throws IOException {
        assertThat(lines("one\r\n\n  \ntwo".getBytes(UTF_8)))
                .containsExactly(new LineReader.Line.Text(1, "one\r"), new LineReader.Line.Text(4, "two"));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_line() throws IOException {
        assertThat(lines("\uFEFFone\n".getBytes(UTF_8))).containsExactly(new LineReader.Line.Text(1, "one"));
    }

    @Test
    void a_line_that_is_not_utf8_costs_only_itself() throws IOException {
        assertThat(lines(new byte[] {'a', '\n', (byte) 0xC3, (byte) 0x28, '\n', 'b'}))
                .containsExactly(
                        new LineReader.Line.Text(1, "a"),
                        new LineReader.Line.Unreadable(2, "is not UTF-8"),
                        new LineReader.Line.Text(3, "b"));
    }

    @Test
    void a_line_that_is_too_long_costs_only_itself() throws IOException {
        byte[] longest = "x".repeat(LineReader.LONGEST).getBytes(UTF_8);
        InputStream in = new SequenceInputStream(
                new ByteArrayInputStream(longest),
                new SequenceInputStream(
                        new ByteArrayInputStream("\n".getBytes(UTF_8)),
                        new SequenceInputStream(
                                new ByteArrayInputStream(longest),
                                new ByteArrayInputStream("y\nafter\n".getBytes(UTF_8)))));
        List<LineReader.Line> lines = lines(in);
        assertThat(lines.get(0).length()).isEqualTo(LineReader.LONGEST);
        assertThat(lines.get(1)).isEqualTo(new LineReader.Line.Unreadable(2, "is longer than 1048576 bytes"));
        assertThat(lines.get(2)).isEqualTo(new LineReader.Line.Text(3, "after"));
    }

    @Test
    void of_a_million_lines_no_more_than_one_buffer_is_ahead_of_the_line_in_hand() throws IOException {
        var source =
                new Repeated("{\"type\":\"customer\",\"id\":\"c\",\"record\":{\"name\":\"Hollis\"}}\n".getBytes(UTF_8));
        var reader = new LineReader(source);
        long taken = 0;
        long furthestAhead = 0;
        for (int line = 0; line < 1_000_000; line++) {
            taken += Objects.requireNonNull(reader.next()).length() + 1;
            furthestAhead = Math.max(furthestAhead, source.handedOut - taken);
        }
        assertThat(taken).isGreaterThan(50_000_000);
        assertThat(furthestAhead).isLessThanOrEqualTo(1 << 16);
    }

    /** One line again and again without an end: nothing that kept it could come to an end either. */
    private static final class Repeated extends InputStream {
        private final byte[] line;
        private long handedOut;

        Repeated(byte[] line) {
            this.line = line;
        }

        @Override
        public int read() {
            return line[(int) (handedOut++ % line.length)];
        }

        @Override
        public int read(byte[] to, int from, int most) {
            for (int i = 0; i < most; i++) {
                to[from + i] = (byte) read();
            }
            return most;
        }
    }

    private static List<LineReader.Line> lines(byte[] bytes) throws IOException {
        return lines(new ByteArrayInputStream(bytes));
    }

    private static List<LineReader.Line> lines(InputStream in) throws IOException {
        var reader = new LineReader(in);
        var lines = new ArrayList<LineReader.Line>();
        for (var line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }
}
