package org.complaintdesk.intake.mail;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;

/** What Outlook wraps into {@code winmail.dat} (TNEF). */
final class OutlookPackage {

    private static final int LARGEST = 40_000_000;

    private final String text;
    private final List<Attachment> attachments;
    private final boolean readable;

    private OutlookPackage(String text, List<Attachment> attachments, boolean readable) {
        this.text = text;
        this.attachments = attachments;
        this.readable = readable;
    }

    static OutlookPackage open(Content content) throws IOException, MessagingException {
        try {
            HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(content.bytes(LARGEST)));
            List<Attachment> attachments = new ArrayList<>();
            for (org.apache.poi.hmef.Attachment each : message.getAttachments()) {
                byte[] bytes = each.getContents();
                String name = each.getLongFilename() != null ? each.getLongFilename() : each.getFilename();
                attachments.add(new Attachment(name == null || name.isBlank() ? "unnamed" : HeaderText.decode(name), bytes.length,
                        () -> new ByteArrayInputStream(bytes)));
            }
            return new OutlookPackage(body(message), attachments, true);
        } catch (IOException | RuntimeException e) {
            // Whatever is wrong with it, people get it as a file.
            return new OutlookPackage("", List.of(), false);
        }
    }

    private static String body(HMEFMessage message) {
        return message.getMessageMAPIAttribute(MAPIProperty.BODY) instanceof MAPIStringAttribute plain
                ? plain.getDataString().replace("\0", "") : "";
    }

    String text() {
        return text;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    /** @return false when the package itself has to be handed on */
    boolean isReadable() {
        return readable;
    }
}
