package org.complaintdesk.update;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.Wording;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends an update as one mail with a text and an HTML part. */
@Component
public class Mailer {

    private static final String UTF_8 = "UTF-8";

    /** Replies to RCPT TO that mean this mailbox does not exist or takes no mail (RFC 5321, RFC 7504). */
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553, 556);

    private final JavaMailSender sender;
    private final MailContent content;
    private final MailThread thread;
    private final LetterLinks links;
    private final ReplyAddresses addresses;
    private final Wording wording;
    private final Clock clock;

    Mailer(JavaMailSender sender, MailContent content, MailThread thread, LetterLinks links, ReplyAddresses addresses,
           Wording wording, Clock clock) {
        this.sender = sender;
        this.content = content;
        this.thread = thread;
        this.links = links;
        this.addresses = addresses;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Sends now. The Message-ID belongs to the update, so a mail sent again after a crash is recognised as the same.
     *
     * @throws AddressRejected when this address will never work
     * @throws MailException   when another attempt may succeed
     */
    public void send(CustomerUpdate update) throws AddressRejected {
        if (!Customers.isEmailAddress(update.recipient())) {
            throw new AddressRejected(wording.text("update.address.invalid"));
        }
        try {
            sender.send(compose(update));
        } catch (MailSendException e) {
            String reply = permanentRejection(e);
            if (reply != null) {
                throw new AddressRejected(reply);
            }
            throw e;
        }
    }

    private MimeMessage compose(CustomerUpdate update) {
        MimeMessage mail = sender.createMimeMessage();
        try {
            mail.setFrom(new InternetAddress(addresses.sender(), content.senderName(update), UTF_8));
            mail.setRecipient(RecipientType.TO, new InternetAddress(update.recipient(), true));
            Optional<String> replyTo = addresses.replyTo(update);
            if (replyTo.isPresent()) {
                mail.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo.get(), true)});
            }
            mail.setSubject(Facts.oneLine(update.subject()), UTF_8);
            mail.setSentDate(Date.from(clock.instant()));
            mail.setHeader("Message-ID", update.messageId());
            setThread(mail, thread.before(update));
            setAutomatic(mail, links.stopSurveys(update));
            mail.setContent(content.of(update));
            return returningTo(addresses.returnTo(update), mail);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("The mail of " + update.key() + " cannot be composed", e);
        }
    }

    private static void setThread(MimeMessage mail, List<String> before) throws MessagingException {
        if (!before.isEmpty()) {
            mail.setHeader("In-Reply-To", before.get(before.size() - 1));
            mail.setHeader("References", String.join("\r\n ", before));
        }
    }

    /** A program wrote this: nobody's absence note need answer it (RFC 3834), and a survey can be stopped (RFC 8058). */
    private static void setAutomatic(MimeMessage mail, Optional<URI> stopSurveys) throws MessagingException {
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        if (stopSurveys.isPresent()) {
            mail.setHeader("List-Unsubscribe", "<" + stopSurveys.get() + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static MimeMessage returningTo(Optional<String> address, MimeMessage mail) throws MessagingException {
        if (address.isEmpty()) {
            return mail;
        }
        String messageId = mail.getMessageID();
        mail.saveChanges();
        SMTPMessage returning = new SMTPMessage(mail);
        returning.setHeader("Message-ID", messageId);
        returning.setEnvelopeFrom(address.get());
        return returning;
    }

    /** What concerns us, not the address, stays an incident. */
    private static String permanentRejection(MailSendException failure) {
        for (Exception each : failure.getMessageExceptions()) {
            for (Exception cause = each; cause instanceof MessagingException link; cause = link.getNextException()) {
                if (cause instanceof SMTPAddressFailedException refused && NO_SUCH_MAILBOX.contains(refused.getReturnCode())
                        && !Undelivered.isRefusalOfUs(refused.getMessage())) {
                    return Facts.oneLine(refused.getMessage());
                }
            }
        }
        return null;
    }
}
