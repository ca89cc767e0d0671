package dev.relink.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that leads to another one, and can be cut: what is behind it is then away for who looks from here. */
public final class Relay implements AutoCloseable {

    private final InetSocketAddress to;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    private Relay(InetSocketAddress to) {
        this.to = to;
        this.door = door(0);
        this.port = door.getLocalPort();
        serve(door);
    }

    public static Relay to(String host, int port) {
        return new Relay(new InetSocketAddress(host, port));
    }

    public int port() {
        return port;
    }

    /** All connections break, and no new one is taken. */
    public void cut() {
        close(door);
        open.forEach(Relay::close);
        open.clear();
    }

    public void mend() {
        door = door(port);
        serve(door);
    }

    @Override
    public void close() {
        cut();
    }

    private static ServerSocket door(int port) {
        try {
            var door = new ServerSocket();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket served) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    join(served.accept());
                }
            } catch (IOException cut) {
                close(served);
            }
        });
    }

    private void join(Socket here) throws IOException {
        var there = new Socket(to.getAddress(), to.getPort());
        open.add(here);
        open.add(there);
        Thread.ofVirtual().start(() -> pump(here, there));
        Thread.ofVirtual().start(() -> pump(there, here));
    }

    private static void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException cut) {
            close(to);
        }
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
