package dev.relink.cycle;

import java.io.ByteArrayOutputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** An answer on its way in. Of one with writes all that is read is kept, gzipped, as evidence. */
final class KeptAnswer extends FilterReader {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable Writer copy;

    KeptAnswer(Reader answer) {
        super(answer);
    }

    /** From here on. */
    void keep() {
        try {
            copy = new OutputStreamWriter(new Fast(bytes), StandardCharsets.UTF_8);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0 && copy != null) {
            copy.write(c);
        }
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        if (n > 0 && copy != null) {
            copy.write(buffer, offset, n);
        }
        return n;
    }

    /** What was read so far; null when nothing is kept. */
    byte @Nullable [] gzipped() {
        if (copy == null) {
            return null;
        }
        try {
            copy.close();
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return bytes.toByteArray();
    }

    private static final class Fast extends GZIPOutputStream {
        Fast(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
