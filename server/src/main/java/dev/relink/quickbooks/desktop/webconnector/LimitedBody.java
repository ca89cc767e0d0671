package dev.relink.quickbooks.desktop.webconnector;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body that ends in {@link TooLarge} beyond a limit, without reading on. */
final class LimitedBody extends FilterInputStream {

    private final long declared;
    private long limit = Long.MAX_VALUE;
    private long read;

    /** @param declared Content-Length; negative when none was sent */
    LimitedBody(InputStream in, long declared) {
        super(in);
        this.declared = declared;
    }

    /** Refuses at once a body that announces more. */
    void declaredAtMost(long bytes) throws TooLarge {
        if (declared > bytes) {
            throw new TooLarge(bytes);
        }
    }

    /** From now on; counted from the body's start. */
    void readAtMost(long bytes) throws TooLarge {
        limit = bytes;
        count(0);
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) throws TooLarge {
        read += n;
        if (read > limit) {
            throw new TooLarge(limit);
        }
    }

    static final class TooLarge extends IOException {
        TooLarge(long limit) {
            super("This call is larger than %,d bytes, the most that is taken here.".formatted(limit));
        }
    }
}
