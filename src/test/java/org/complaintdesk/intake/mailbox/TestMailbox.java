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
import org.springframework.util.unit.DataSize;

/** A mailbox on a real IMAP server of its own. */
final class TestMailbox implements AutoCloseable {

    private static final String USER = "service@localhost";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser user;

    TestMailbox() {
        server.start();
        user = server.setUser(USER, USER, "secret");
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

    /** The same mails of the same people, numbered anew, on the same port. */
    void comesBack() {
        server.start();
        user = server.setUser(USER, USER, "secret");
    }

    MailboxProperties settings(String archive, DataSize largest) {
        return new MailboxProperties("127.0.0.1", server.getImap().getPort(), USER, "secret", "INBOX", MailboxProperties.Tls.NONE,
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
