package dev.relink.simulator.online.wire;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** The connection under a call, to break it. */
final class Line {
    private Line() {}

    /** Closes it without another word. */
    static void cut(Context ctx) {
        endPoint(ctx).close();
    }

    /** Sends half of the body of a 200 and closes. */
    static void half(Context ctx, byte[] body) throws IOException {
        ctx.res().setStatus(200);
        ctx.res().setContentType("application/json;charset=utf-8");
        ctx.res().setContentLength(body.length);
        ctx.res().getOutputStream().write(body, 0, body.length / 2);
        ctx.res().flushBuffer();
        cut(ctx);
    }

    /** Resets it: the other side sees that at once, and not an end. */
    static void reset(Context ctx) throws IOException {
        EndPoint endPoint = endPoint(ctx);
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        endPoint.close();
    }

    private static EndPoint endPoint(Context ctx) {
        return ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }
}
