package org.complaintdesk.update;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.Wording;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
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
    private final Templates templates;
    private final Updates updates;
    private final UpdateProperties settings;
    private final DeskProperties desk;
    private final Wording wording;
    private final Clock clock;

    Mailer(JavaMailSender sender, Templates templates, Updates updates, UpdateProperties settings, DeskProperties desk,
           Wording wording, Clock clock) {
        this.sender = sender;
        this.templates = templates;
        this.updates = updates;
        this.settings = settings;
        this.desk = desk;
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
            mail.setFrom(new InternetAddress(fromAddress(), senderName(update), UTF_8));
            mail.setRecipient(RecipientType.TO, new InternetAddress(update.recipient(), true));
            if (settings.replyTo() != null) {
                mail.setReplyTo(new InternetAddress[] {new InternetAddress(settings.replyTo(), true)});
            }
            mail.setSubject(Facts.oneLine(update.subject()), UTF_8);
            mail.setSentDate(Date.from(clock.instant()));
            mail.setHeader("Message-ID", update.messageId());
            mail.setHeader("Auto-Submitted", "auto-generated");
            String first = updates.firstMessageOf(update.caseNumber(), update.recipient());
            if (first != null) {
                mail.setHeader("In-Reply-To", first);
                mail.setHeader("References", first);
            }
            mail.setContent(content(update));
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("The mail of " + update.key() + " cannot be composed", e);
        }
    }

    private MimeMultipart content(CustomerUpdate update) throws MessagingException {
        List<String> footers = footers(update);
        MimeBodyPart text = new MimeBodyPart();
        text.setText(update.body() + "\n\n-- \n" + String.join("\n", footers) + "\n", UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(templates.html(senderName(update), title(update), update.caseNumber(), update.body(), footers),
                UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private String title(CustomerUpdate update) {
        return wording.text(update.audience() == Audience.STAFF ? about(update).subject(update.kind())
                : "update.subject." + update.kind());
    }

    private List<String> footers(CustomerUpdate update) {
        return update.audience() == Audience.STAFF
                ? List.of(wording.text(about(update).key("update.footer.staff"), update.caseNumber()))
                : List.of(wording.text(about(update).key("update.footer.customer"), senderName(update), update.caseNumber()));
    }

    private static CaseKind about(CustomerUpdate update) {
        return CaseKind.of(update.caseNumber());
    }

    private String senderName(CustomerUpdate update) {
        return update.shop() == null || update.shop().isEmpty() ? wording.text("update.desk") : update.shop();
    }

    private String fromAddress() {
        return settings.from() != null ? settings.from() : "service@" + desk.publicUrl().getHost();
    }

    /** A refusal by policy (5.7.x: relaying, sender blocked) concerns us, not the address, so it stays an incident. */
    private static String permanentRejection(MailSendException failure) {
        for (Exception each : failure.getMessageExceptions()) {
            for (Exception cause = each; cause instanceof MessagingException link; cause = link.getNextException()) {
                if (cause instanceof SMTPAddressFailedException refused && NO_SUCH_MAILBOX.contains(refused.getReturnCode())
                        && !refused.getMessage().contains(" 5.7.")) {
                    return Facts.oneLine(refused.getMessage());
                }
            }
        }
        return null;
    }
}
