package org.complaintdesk.intake.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** A mail that lies in the mailbox. */
record Letter(Place place, IMAPMessage message) {

    /** @return when the server took it in, as the server says; the time given when it does not say */
    Instant arrivedAt(Instant otherwise) throws MessagingException {
        Date date = message.getReceivedDate();
        return date == null ? otherwise : date.toInstant();
    }

    /** @return the raw mail on our disk, at most so much of it */
    SpooledMail spool(long largest, Instant now) throws MessagingException, IOException {
        message.setPeek(true);
        try (InputStream raw = message.getMimeStream()) {
            return SpooledMail.of(raw, message.getSize(), largest, arrivedAt(now));
        }
    }

    boolean isDeleted() throws MessagingException {
        return message.isSet(Flags.Flag.DELETED);
    }

    /** @return sender and subject as the server reads them, for people who look for it there */
    String about() throws MessagingException {
        return message.getFrom() == null || message.getFrom().length == 0 ? String.valueOf(message.getSubject())
                : message.getFrom()[0] + ": " + message.getSubject();
    }
}
