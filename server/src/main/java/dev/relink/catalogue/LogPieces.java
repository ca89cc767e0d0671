package dev.relink.catalogue;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A log line by line, in whatever encoding it was written: UTF-8, UTF-16 or the code page of Windows, told line by line.
 * A line of megabytes, as a whole answer is, comes in pieces that end after a tag.
 */
final class LogPieces {

    private static final int LONG = 64 * 1024;
    private static final int LONGEST = 1024 * 1024;
    private static final int LOOKED_AT = 512;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** @param line counts from 1 */
    record Piece(long line, String text) {}

    private final InputStream in;
    private final @Nullable Charset utf16;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private long line = 1;

    LogPieces(InputStream log) throws IOException {
        in = new BufferedInputStream(log, LONG);
        utf16 = utf16(start());
    }

    private byte[] start() throws IOException {
        in.mark(LOOKED_AT);
        byte[] start = in.readNBytes(LOOKED_AT);
        in.reset();
        return start;
    }

    /** By its mark, or by every other byte being zero. */
    private static @Nullable Charset utf16(byte[] start) {
        int[] zeros = new int[2];
        for (int i = 0; i < start.length; i++) {
            zeros[i % 2] += start[i] == 0 ? 1 : 0;
        }
        boolean littleMark = start.length > 1 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE;
        boolean bigMark = start.length > 1 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF;
        if (littleMark || zeros[1] > start.length / 4) {
            return StandardCharsets.UTF_16LE;
        }
        return bigMark || zeros[0] > start.length / 4 ? StandardCharsets.UTF_16BE : null;
    }

    /** Null at the end. */
    @Nullable
    Piece next() throws IOException {
        piece.reset();
        while (true) {
            int unit = unit();
            if (unit < 0) {
                return piece.size() == 0 ? null : new Piece(line, text());
            }
            if (unit == '\n') {
                return new Piece(line++, text());
            }
            if (piece.size() >= LONG && unit == '>' || piece.size() >= LONGEST) {
                return new Piece(line, text());
            }
        }
    }

    /** The next character that matters for cutting; it is kept. */
    private int unit() throws IOException {
        int first = in.read();
        if (first < 0) {
            return -1;
        }
        piece.write(first);
        if (utf16 == null) {
            return first;
        }
        int second = Math.max(0, in.read());
        piece.write(second);
        return utf16.equals(StandardCharsets.UTF_16LE) ? second << 8 | first : first << 8 | second;
    }

    private String text() {
        String text = utf16 == null ? utf8OrWindows(piece.toByteArray()) : piece.toString(utf16);
        return text.replace("\uFEFF", "").stripTrailing();
    }

    private static String utf8OrWindows(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }
}
