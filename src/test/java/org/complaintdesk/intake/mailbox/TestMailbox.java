package org.complaintdesk.intake.mailbox;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.springframework.util.unit.DataSize;

/** A mailbox on a real IMAP server of its own. */
final class TestMailbox implements AutoCloseable {

    private static final String USER = "service@localhost";

    /** No two tests read the same mailbox: a server that starts anew within a second numbers its mails as the one before. */
    private final String login = "desk-" + UUID.randomUUID();
    private GreenMail server = server(0);
    private final int port;
    private GreenMailUser user;

    TestMailbox() {
        server.start();
        port = server.getImap().getPort();
        user = server.setUser(USER, login, "secret");
    }

    void arrives(byte[] raw) {
        try {
            user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    void arrives(String raw) {
        arrives(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** It has been there since then. */
    void lies(String raw, Date since) {
        try {
            inbox().appendMessage(new MimeMessage(Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))), new Flags(), since);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    int count(String folder) {
        ImapHostManager host = server.getManagers().getImapHostManager();
        MailFolder found = folder.equals("INBOX") ? inbox() : host.getFolder(user, folder);
        return found == null ? 0 : found.getMessageCount();
    }

    MailFolder inbox() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user);
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    void stops() {
        server.stop();
    }

    private static GreenMail server(int port) {
        return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    }

    /** On the same port, with its mails gone. */
    void comesBack() {
        server = server(port);
        server.start();
        user = server.setUser(USER, login, "secret");
    }

    MailboxProperties settings(String archive, DataSize largest) {
        return new MailboxProperties("127.0.0.1", port, login, "secret", "INBOX", MailboxProperties.Tls.NONE,
                archive, true, Duration.ofMillis(500), largest, Duration.ofDays(180), Duration.ofHours(1), List.of(), null,
                List.of(Duration.ofSeconds(10)));
    }

    MailboxProperties settings() {
        return settings("Processed", DataSize.ofMegabytes(25));
    }

    @Override
    public void close() {
        server.stop();
    }
}
