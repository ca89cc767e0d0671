package dev.relink.platform.mail;

import dev.relink.platform.MailSettings;
import dev.relink.platform.Settings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** A connection per letter: there are few, and a kept one would be closed by the server. */
@Component
class SmtpLetters implements Letters {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String PATIENCE_MS = "10000";

    private final @Nullable MailSettings settings;
    private final InstantSource clock;

    @Autowired
    SmtpLetters(Settings settings, InstantSource clock) {
        this(settings.mail(), clock);
    }

    SmtpLetters(@Nullable MailSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean isSet() {
        return settings != null;
    }

    @Override
    public void send(Letter letter) {
        if (settings == null) {
            throw new NotSent("There is no mail server: RELINK_MAIL_HOST is not set.", true);
        }
        Session session = Session.getInstance(properties(settings));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(settings.host(), settings.port(), settings.username(), settings.password());
            Message message = message(session, settings.from(), letter);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new NotSent("%s: %s".formatted(settings.host(), said(e)), isForGood(e));
        }
    }

    /** TLS is required where it is set, and the certificate must be the host's. */
    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", PATIENCE_MS);
        properties.put("mail.smtp.timeout", PATIENCE_MS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MS);
        properties.put("mail.smtp.auth", String.valueOf(settings.username() != null));
        properties.put(
                "mail.smtp.starttls.enable", String.valueOf(settings.tls().equals("starttls")));
        properties.put(
                "mail.smtp.starttls.required", String.valueOf(settings.tls().equals("starttls")));
        properties.put("mail.smtp.ssl.enable", String.valueOf(settings.tls().equals("tls")));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    private Message message(Session session, String from, Letter letter) throws MessagingException {
        String messageId = "<" + letter.id() + "@" + from.substring(from.indexOf('@') + 1) + ">";
        var message = new WithId(session, messageId);
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject().replaceAll("\\p{Cntrl}", " "), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        fill(message, letter);
        return message;
    }

    private static void fill(MimeMessage message, Letter letter) throws MessagingException {
        if (letter.html() == null) {
            message.setText(letter.text(), UTF_8);
            return;
        }
        var text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
    }

    private static boolean isForGood(MessagingException e) {
        for (Exception cause = e; cause != null; cause = next(cause)) {
            int code = cause instanceof SMTPAddressFailedException address
                    ? address.getReturnCode()
                    : cause instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
            if (code >= 550 && code < 560) {
                return true;
            }
        }
        return false;
    }

    private static String said(MessagingException e) {
        Exception last = e;
        for (Exception next = next(e); next != null; next = next(next)) {
            last = next;
        }
        String words = String.valueOf(last.getMessage()).strip();
        return words.substring(0, Math.min(300, words.length()));
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    /** Keeps our Message-ID; the library would make one up. */
    private static final class WithId extends MimeMessage {

        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
