package org.complaintdesk.intake.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.InputStreamSource;

/** Walks through the parts of a mail and gathers its texts and files. */
final class Gathering {

    /** Nobody nests deeper or attaches more without meaning harm. */
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 300;
    private static final int LONGEST_TEXT = 500_000;
    private static final int SMALLEST_PICTURE = 3_000;
    private static final Set<String> FOR_PROGRAMS = Set.of("application/pkcs7-signature", "application/x-pkcs7-signature",
            "application/pgp-signature", "message/disposition-notification");
    private static final Set<String> SEALED = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted");

    private final StringBuilder text = new StringBuilder();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<String> mentioned = new ArrayList<>();
    private final StringBuilder returnedText = new StringBuilder();
    private String deliveryStatus;
    private boolean sealed;
    private boolean cut;
    /** Whether what comes now was said in another form already. */
    private boolean saidAlready;
    private int parts;

    String text() {
        return text.toString().strip();
    }

    List<Attachment> attachments() {
        return attachments;
    }

    /** Message-IDs of mails within this one. */
    List<String> mentioned() {
        return mentioned;
    }

    /** Everything a notice about a returned mail says, that mail included. */
    String everything() {
        return text() + "\n" + returnedText;
    }

    Optional<String> deliveryStatus() {
        return Optional.ofNullable(deliveryStatus);
    }

    boolean isSealed() {
        return sealed;
    }

    /** @return whether there was more than anybody would send */
    boolean isCut() {
        return cut;
    }

    void add(MimePart part, int depth) throws MessagingException, IOException {
        Content content = new Content(part);
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            cut = true;
        } else if (content.is("multipart/*")) {
            addEach(part, content, depth);
        } else if (content.is("message/rfc822") || content.is("message/global")) {
            addMail(content, depth);
        } else if (content.is("message/delivery-status") || content.is("message/global-delivery-status")) {
            deliveryStatus = content.text(LONGEST_TEXT);
        } else if (content.is("text/rfc822-headers") || content.is("message/rfc822-headers")) {
            String headers = content.text(LONGEST_TEXT);
            mentioned.addAll(Header.messageIds(headers));
            returnedText.append(headers);
        } else if (SEALED.contains(content.type())) {
            sealed = true;
        } else if (content.is("application/ms-tnef") || "winmail.dat".equalsIgnoreCase(content.name())) {
            addTnef(content);
        } else if (isText(content)) {
            addText(textOf(content));
        } else if (!isNoise(content)) {
            attach(content);
        }
    }

    private void addEach(MimePart part, Content content, int depth) throws MessagingException, IOException {
        List<MimePart> children = children(part, content);
        if (children.isEmpty()) {
            addText(content.text(LONGEST_TEXT));
        } else if (content.is("multipart/alternative")) {
            addBest(children, depth);
        } else {
            for (MimePart child : children) {
                add(child, depth + 1);
            }
        }
    }

    private static List<MimePart> children(MimePart part, Content content) {
        List<MimePart> children = new ArrayList<>();
        try (InputStream raw = content.open()) {
            Multipart multipart = part.getContent() instanceof Multipart parsed ? parsed
                    : new MimeMultipart(new ByteArrayDataSource(raw, part.getContentType()));
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart child = multipart.getBodyPart(i);
                if (child instanceof MimePart readable) {
                    children.add(readable);
                }
            }
        } catch (MessagingException | IOException e) {
            return children;
        }
        return children;
    }

    /** Of several forms of the same text the plain one, unless it is empty; whatever is no text comes along. */
    private void addBest(List<MimePart> children, int depth) throws MessagingException, IOException {
        int before = text.length();
        for (MimePart child : children) {
            boolean isText = isText(new Content(child));
            if (!isText && !new Content(child).is("text/calendar") || isText && text.length() == before) {
                boolean outside = saidAlready;
                saidAlready = outside || text.length() > before;
                add(child, depth + 1);
                saidAlready = outside;
            }
        }
        if (text.length() == before) {
            for (MimePart child : children) {
                if (new Content(child).is("text/calendar")) {
                    addText(new Content(child).text(LONGEST_TEXT));
                }
            }
        }
    }

    private static boolean isText(Content content) {
        return !content.isAttached() && content.name() == null && (content.is("text/plain") || content.is("text/html") || content.is("text/enriched"));
    }

    private static String textOf(Content content) {
        String text = content.text(LONGEST_TEXT);
        return content.is("text/html") ? HtmlText.of(text) : withoutArmour(text);
    }

    /** What PGP puts around a text it signs. */
    private static String withoutArmour(String text) {
        if (!text.contains("-----BEGIN PGP SIGNED MESSAGE-----")) {
            return text;
        }
        return text.replaceFirst("-----BEGIN PGP SIGNED MESSAGE-----\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n", "")
                .replaceFirst("(?s)-----BEGIN PGP SIGNATURE-----.*?(-----END PGP SIGNATURE-----|$)", "");
    }

    private void addText(String more) {
        if (saidAlready || more.isBlank() || text.length() >= LONGEST_TEXT) {
            return;
        }
        text.append(text.isEmpty() ? "" : "\n\n").append(more.strip());
    }

    /** A mail within the mail: its text and its files are what this mail is about, and nobody said them before. */
    private void addMail(Content content, int depth) throws MessagingException, IOException {
        try (InputStream in = content.open()) {
            MimeMessage inner = new MimeMessage(null, in);
            Header header = new Header(inner);
            mentioned.addAll(header.messageIdsIn("Message-ID"));
            if (deliveryStatus != null) {
                returnedText.append(header.text("Subject"));
                return;
            }
            boolean outside = saidAlready;
            saidAlready = false;
            addText("-----Forwarded message-----\n" + forwardedBy(header));
            add(inner, depth + 1);
            saidAlready = outside;
        }
    }

    private static String forwardedBy(Header header) {
        Sender sender = header.sender();
        String name = sender.name() == null ? "" : sender.name() + " ";
        return name + (sender.address() == null ? "" : "<" + sender.address() + ">") + "\n" + header.text("Subject") + "\n";
    }

    private void addTnef(Content content) throws MessagingException, IOException {
        OutlookPackage unpacked = OutlookPackage.open(content);
        if (text.isEmpty()) {
            addText(unpacked.text());
        }
        attachments.addAll(unpacked.attachments());
        if (!unpacked.isReadable()) {
            attach(content);
        }
    }

    private void attach(Content content) {
        String name = content.name() != null ? content.name() : "unnamed-" + (attachments.size() + 1);
        InputStreamSource source = () -> {
            try {
                return content.open();
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        };
        attachments.add(new Attachment(name, content.size(), source));
    }

    /** Signatures and receipts, and the small pictures that decorate a text. */
    private static boolean isNoise(Content content) {
        return FOR_PROGRAMS.contains(content.type())
                || content.isInline() && content.is("image/*") && content.size() < SMALLEST_PICTURE;
    }
}
