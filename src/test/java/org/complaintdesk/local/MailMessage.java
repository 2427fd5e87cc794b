package org.complaintdesk.local;

import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message as its reader sees it.
 *
 * @param id      counts up with every message
 * @param to      the bare addresses, separated by a comma
 * @param text    the plain part, null when there is none
 * @param html    the HTML part, null when there is none
 * @param headers decoded; a header that occurs several times has its values in separate lines
 * @param sentAt  the message's own date
 */
record MailMessage(long id, String from, String to, String subject, String text, String html, Map<String, String> headers, Instant sentAt) {

    static MailMessage of(long id, MimeMessage message) throws MessagingException {
        try {
            Parts parts = new Parts();
            parts.add(message);
            Date date = message.getSentDate() != null ? message.getSentDate() : new Date();
            return new MailMessage(id, addresses(message.getFrom()), addresses(message.getRecipients(Message.RecipientType.TO)),
                    message.getSubject(), parts.text, parts.html, headers(message), date.toInstant());
        } catch (IOException e) {
            throw new MessagingException("The message's content cannot be read", e);
        }
    }

    private static String addresses(Address[] addresses) {
        List<String> bare = new ArrayList<>();
        for (Address address : addresses == null ? new Address[0] : addresses) {
            bare.add(address instanceof InternetAddress internet ? internet.getAddress() : address.toString());
        }
        return String.join(", ", bare);
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException, UnsupportedEncodingException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.merge(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue())), (one, other) -> one + "\n" + other);
        }
        return headers;
    }

    private static final class Parts {

        private String text;
        private String html;

        private void add(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*")) {
                Multipart several = (Multipart) part.getContent();
                for (int i = 0; i < several.getCount(); i++) {
                    add(several.getBodyPart(i));
                }
            } else if (!Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                if (part.isMimeType("text/plain") && text == null) {
                    text = part.getContent().toString();
                } else if (part.isMimeType("text/html") && html == null) {
                    html = part.getContent().toString();
                }
            }
        }
    }
}
