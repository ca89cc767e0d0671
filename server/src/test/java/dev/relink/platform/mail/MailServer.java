package dev.relink.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.relink.platform.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that speaks SMTP (RFC 5321) on a real socket, keeps what it is given, and refuses when it is told to. */
public final class MailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private volatile String answerToRecipient = "250 ok";

    private MailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public static MailServer start() {
        return new MailServer();
    }

    /** What Relink sends through it. */
    public Letters letters(InstantSource clock) {
        return new SmtpLetters(
                new MailSettings("localhost", socket.getLocalPort(), null, null, "relink@relink.example", "none"),
                clock);
    }

    /** As though somebody had set TLS for a server that has none. */
    public Letters lettersOverTls(InstantSource clock) {
        return new SmtpLetters(
                new MailSettings("localhost", socket.getLocalPort(), null, null, "relink@relink.example", "starttls"),
                clock);
    }

    public void answerToRecipient(String answer) {
        answerToRecipient = answer;
    }

    public int count() {
        return mails.size();
    }

    /** The last one, read as a mail program reads it. */
    public MimeMessage last() {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mails.getLast().getBytes(UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller) {
            var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
            OutputStream out = caller.getOutputStream();
            say(out, "220 mail.example");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> say(out, "250 8BITMIME");
                    case "RCPT" -> say(out, answerToRecipient);
                    case "DATA" -> take(in, out);
                    case "QUIT" -> say(out, "221 bye");
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException hungUp) {
            // as callers do
        }
    }

    private void take(BufferedReader in, OutputStream out) throws IOException {
        say(out, "354 go on");
        var mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        mails.add(mail.toString());
        say(out, "250 taken");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
