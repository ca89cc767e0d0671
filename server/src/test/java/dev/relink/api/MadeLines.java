package dev.relink.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Lines that are made as they are read. */
final class MadeLines extends InputStream {

    private final int lines;
    private final IntFunction<String> line;
    private byte[] now = {};
    private int at;
    private int made;

    MadeLines(int lines, IntFunction<String> line) {
        this.lines = lines;
        this.line = line;
    }

    private boolean more() {
        if (at == now.length && made < lines) {
            now = line.apply(made++).getBytes(UTF_8);
            at = 0;
        }
        return at < now.length;
    }

    @Override
    public int read() {
        return more() ? now[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int from, int most) {
        int copied = 0;
        while (copied < most && more()) {
            int length = Math.min(most - copied, now.length - at);
            System.arraycopy(now, at, to, from + copied, length);
            at += length;
            copied += length;
        }
        return copied == 0 ? -1 : copied;
    }
}
