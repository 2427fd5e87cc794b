package org.complaintdesk.intake.mailbox;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** What of a mail's text goes to its case. The whole of it stays with the mail. */
@Component
class MailText {

    private static final Pattern ORDER = Pattern.compile("(?i)(?:订单(?:编)?号|订单|order(?:\\s*(?:number|no\\.?|id|#))?)\\s*(?:是|为|[:：#])?\\s*([A-Z0-9][A-Z0-9-]{5,39})");
    private static final int NOTES = 1_500;

    private final Wording wording;

    MailText(Wording wording) {
        this.wording = wording;
    }

    /** @return subject and text, as the description of a complaint */
    String description(InboundMail mail, int length) {
        String text = Stream.of(mail.subject(), mail.body()).filter(part -> !part.isBlank()).distinct()
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? wording.text("mailbox.no-text") : cut(text, length);
    }

    /** @return what is new in a reply, and which of its files were not taken */
    String message(InboundMail mail, List<String> refused, int length) {
        String notes = CleanText.cut(refused(refused), NOTES);
        String text = mail.body().isBlank() ? mail.subject() : mail.body();
        String all = cut(text.isBlank() ? wording.text("mailbox.no-text") : text, length - notes.length() - 2);
        return notes.isEmpty() ? all : all + "\n\n" + notes;
    }

    String refused(List<String> refused) {
        return refused.stream().map(why -> wording.text("mailbox.file-refused", why)).collect(Collectors.joining("\n"));
    }

    /** @return null when the text names none */
    String orderNumber(InboundMail mail) {
        Matcher order = ORDER.matcher(mail.subject() + "\n" + mail.body());
        while (order.find()) {
            if (order.group(1).chars().anyMatch(Character::isDigit)) {
                return order.group(1);
            }
        }
        return null;
    }

    private String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        String hint = wording.text("mailbox.shortened");
        return CleanText.cut(text, length - hint.length() - 1) + "\n" + hint;
    }
}
