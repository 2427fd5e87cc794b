package org.complaintdesk.complaint.correspondence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.complaintdesk.casework.FactSheet;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.KeptMessage;
import org.complaintdesk.complaint.MessageSource;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** What customers wrote and nobody has read, as the form shows it: as much as fits, the rest when this is read. */
@Component
class UnreadLetters {

    private static final int LIMIT = 3_800;
    private static final int LETTER = 400;
    private static final int QUOTED = 600;

    private final CustomerMessages messages;
    private final Wording wording;

    UnreadLetters(CustomerMessages messages, Wording wording) {
        this.messages = messages;
        this.wording = wording;
    }

    /** @param count how many letters the Markdown shows */
    record Shown(String markdown, int count) {
    }

    Shown show(ComplaintNumber number) {
        List<String> shown = new ArrayList<>();
        int length = 0;
        for (KeptMessage letter : messages.unread(number)) {
            String text = letter(number, letter);
            length += text.length() + 2;
            if (length > LIMIT && !shown.isEmpty()) {
                break;
            }
            shown.add(text);
        }
        return new Shown(String.join("\n\n", shown), shown.size());
    }

    private String letter(ComplaintNumber number, KeptMessage letter) {
        boolean whole = letter.text().length() <= LETTER;
        String head = FactSheet.joined("**" + wording.moment(letter.at()) + "**", wording.text("letter." + letter.source()),
                letter.source() == MessageSource.MAIL ? Markdown.literal(letter.sender(), 80) : null,
                letter.verified() ? null : "**" + wording.text("letter.unverified") + "**",
                letter.files().isEmpty() ? null : FactSheet.link("/cases/" + number + "/evidence",
                        wording.text("letter.files", letter.files().size())),
                whole ? null : FactSheet.link("/cases/" + number, wording.text("letter.longer")));
        String text = letter.text().isBlank() ? wording.text("letter.no-text") : Markdown.literal(letter.text(), LETTER);
        return head + "\n> " + text;
    }

    /**
     * The letters that were shown have been read.
     *
     * @param count how many that were
     * @return whether more came in since
     */
    boolean read(ComplaintNumber number, int count, String person) {
        List<KeptMessage> unread = messages.unread(number);
        int read = Math.min(count, unread.size());
        return read == 0 ? !unread.isEmpty() : messages.read(number, unread.get(read - 1).id(), person) > 0;
    }

    /** @return what the customer certainly wrote in the letters read last; null when they were somebody else's */
    String justRead(ComplaintNumber number) {
        List<KeptMessage> read = messages.of(number).stream().filter(letter -> letter.isRead() && !letter.isOurs()).toList();
        Instant last = read.stream().map(KeptMessage::readAt).max(Comparator.naturalOrder()).orElse(null);
        String words = read.stream().filter(letter -> letter.verified() && letter.readAt().equals(last))
                .map(KeptMessage::text).filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
        return words.isEmpty() ? null : CleanText.cut(words, QUOTED);
    }
}
