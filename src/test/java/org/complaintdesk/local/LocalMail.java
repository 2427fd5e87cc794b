package org.complaintdesk.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real SMTP and IMAP server on loopback that takes mail for anyone. Every message is kept as a file and is there again,
 * in its mailbox too, after a restart. IMAP: the user is the address, any password does.
 */
final class LocalMail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalMail.class);

    private final Path directory;
    private final GreenMail server;
    private final Deque<MailMessage> messages = new ArrayDeque<>();
    private MovingMessage lastReceived;
    private long lastNumber;

    /** @param directory holds one .eml file per message */
    LocalMail(Path directory, int smtpPort, int imapPort) {
        this.directory = directory;
        this.server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)})
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }

    void start() {
        try {
            Files.createDirectories(directory);
            server.start();
            restore();
        } catch (IOException e) {
            throw new UncheckedIOException("The kept mail in " + directory + " cannot be read", e);
        }
        server.getUserManager().setMessageDeliveryHandler(this::receive);
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    /** Newest first. */
    synchronized List<MailMessage> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Called once per recipient of a message. */
    private synchronized GreenMailUser receive(MovingMessage received, MailAddress recipient) throws MessagingException, UserException {
        if (received != lastReceived) {
            keep(received.getMessage());
            lastReceived = received;
        }
        return mailbox(recipient.getEmail());
    }

    private void keep(MimeMessage message) throws MessagingException {
        Path file = directory.resolve("%06d.eml".formatted(++lastNumber));
        try (OutputStream out = Files.newOutputStream(file)) {
            message.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("The message cannot be kept in " + file, e);
        }
        messages.addFirst(MailMessage.of(lastNumber, message));
    }

    private void restore() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.getFileName().toString().matches("\\d+\\.eml")).sorted().forEach(this::restore);
        }
    }

    private void restore(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            lastNumber = Long.parseLong(file.getFileName().toString().replace(".eml", ""));
            MimeMessage message = new MimeMessage(anyAddress(), in);
            messages.addFirst(MailMessage.of(lastNumber, message));
            Address[] recipients = message.getAllRecipients();
            for (Address recipient : recipients == null ? new Address[0] : recipients) {
                server.getManagers().getImapHostManager().getInbox(mailbox(((InternetAddress) recipient).getAddress())).store(message);
            }
        } catch (Exception e) {
            LOG.warn("The kept message {} cannot be read and is not shown: {}", file, e.getMessage());
        }
    }

    /** Reads addresses outside ASCII, {@code 张@例子.中国}, as they were sent. */
    private static Session anyAddress() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }

    private GreenMailUser mailbox(String address) throws UserException {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        return user != null ? user : server.getUserManager().createUser(address, address, address);
    }
}
