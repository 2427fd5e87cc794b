package org.complaintdesk.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.complaintdesk.platform.CleanText;

/**
 * Reads raw mails. Nothing a mail holds makes it fail: what cannot be read is {@link Nature#UNREADABLE}, with as much of
 * its header as there is.
 */
public final class MailParser {

    private static final int SUBJECT_LENGTH = 500;
    private static final int TEXT_LENGTH = 200_000;

    private final List<String> own;
    private final String server;

    /**
     * @param own    the desk's own addresses, in lower case
     * @param server the name the receiving server signs Authentication-Results with; null when it is not known
     */
    public MailParser(List<String> own, String server) {
        this.own = List.copyOf(own);
        this.server = server;
    }

    /** @param raw from a file or from memory; a {@link jakarta.mail.internet.SharedInputStream} is not copied */
    public ParsedMail parse(InputStream raw) {
        MimeMessage message;
        try {
            message = new MimeMessage(Session.getInstance(new Properties()), raw);
        } catch (MessagingException e) {
            return unreadable();
        }
        Gathering gathered = new Gathering();
        boolean readable = gather(message, gathered);
        Header header = new Header(message);
        Manner manner = new Manner(header);
        Optional<ReturnedMail> returned = returned(header, gathered);
        Quotes.Parted parted = Quotes.part(limited(gathered.text()));
        List<String> mentions = header.messageIdsIn("In-Reply-To", "References");
        List<String> all = returned.isPresent()
                ? Stream.of(mentions, gathered.mentioned(), Header.messageIds(gathered.everything())).flatMap(List::stream).distinct().toList()
                : mentions;
        return new ParsedMail(clean(header.sender()), header.recipients(), subject(header), header.messageIdsIn("Message-ID").stream()
                .findFirst().orElse(null), all, header.sentAt(), parted.fresh(), parted.quoted(), List.copyOf(gathered.attachments()),
                nature(header, manner, returned, readable && !(gathered.isSealed() && gathered.text().isEmpty())), manner.isMarkedAsSpam(),
                manner.authentication(server), returned, hints(gathered, readable));
    }

    private static boolean gather(MimeMessage message, Gathering gathered) {
        try {
            gathered.add(message, 0);
            return true;
        } catch (MessagingException | IOException | RuntimeException e) {
            // Mail is made by anybody; whatever is wrong with this one, people look at it.
            return false;
        }
    }

    private Optional<ReturnedMail> returned(Header header, Gathering gathered) {
        return gathered.deliveryStatus().isPresent() ? gathered.deliveryStatus().flatMap(Bounce::of)
                : Bounce.bySight(header, gathered.everything(), own);
    }

    private static Nature nature(Header header, Manner manner, Optional<ReturnedMail> returned, boolean readable) {
        if (returned.isPresent()) {
            return Nature.RETURNED;
        }
        if (!readable || header.sender().address() == null) {
            return Nature.UNREADABLE;
        }
        boolean report = header.lower("Content-Type").contains("multipart/report");
        if (report || manner.isAutomatic()) {
            return Nature.AUTOMATIC;
        }
        return manner.isBulk() ? Nature.BULK : Nature.PERSONAL;
    }

    private static List<String> hints(Gathering gathered, boolean readable) {
        List<String> hints = new ArrayList<>();
        if (gathered.isSealed()) {
            hints.add("encrypted");
        }
        if (gathered.isCut()) {
            hints.add("cut");
        }
        if (!readable) {
            hints.add("broken");
        }
        return hints;
    }

    private static ParsedMail unreadable() {
        return new ParsedMail(new Sender(null, null), List.of(), "", null, List.of(), null, "", "", List.of(), Nature.UNREADABLE,
                false, Authentication.UNKNOWN, Optional.empty(), List.of("broken"));
    }

    private static String subject(Header header) {
        String subject = header.text("Subject").replaceAll("[\\s\\p{Cntrl}]+", " ");
        String clean = CleanText.of(subject);
        return clean == null ? "" : CleanText.cut(clean, SUBJECT_LENGTH);
    }

    private static Sender clean(Sender sender) {
        String name = CleanText.of(sender.name());
        return new Sender(sender.address(), name == null ? null : CleanText.cut(name, 100));
    }

    private static String limited(String text) {
        String clean = CleanText.of(text);
        return clean == null ? "" : CleanText.cut(clean, TEXT_LENGTH);
    }
}
