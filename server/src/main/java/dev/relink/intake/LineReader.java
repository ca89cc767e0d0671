package dev.relink.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a stream line by line in constant memory. A line that is too long or no UTF-8 is told as such, and the next one read. */
final class LineReader {

    /** Characters of a record rarely pass ten thousand; 1 MB leaves room for an invoice of thousands of lines. */
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    sealed interface Line {
        long number();

        /** In characters; 0 when it could not be read. */
        default int length() {
            return 0;
        }

        record Text(long number, String text) implements Line {
            @Override
            public int length() {
                return text.length();
            }
        }

        record Unreadable(long number, String why) implements Line {}
    }

    /** The next line that is not blank; null at the end. */
    @Nullable
    Line next() throws IOException {
        for (byte[] bytes = bytes(); bytes != null; bytes = bytes()) {
            if (bytes.length > LONGEST) {
                return new Line.Unreadable(number, "is longer than %d bytes".formatted(LONGEST));
            }
            Line line = line(bytes);
            if (!(line instanceof Line.Text(long _, String text) && text.isBlank())) {
                return line;
            }
        }
        return null;
    }

    private Line line(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Line.Text(number, number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return new Line.Unreadable(number, "is not UTF-8");
        }
    }

    /** One line without its end; one byte more than {@link #LONGEST} when it is longer; null at the end. */
    private byte @Nullable [] bytes() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        number++;
        var line = new ByteArrayOutputStream(256);
        do {
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.write(buffer, start, Math.min(at - start, LONGEST + 1 - line.size()));
            if (at < end) {
                at++;
                break;
            }
        } while (fill());
        return line.toByteArray();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(in.read(buffer), 0);
        return end > 0;
    }
}
