package org.complaintdesk.update;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The conversation a mail goes on with, so that a mail program shows all of a case in one place. */
@Component
class MailThread {

    /** Mail programs need the beginning and the end; what lies between may be left out (RFC 5322, 3.6.4). */
    private static final int LATEST = 12;

    private final Updates updates;

    MailThread(Updates updates) {
        this.updates = updates;
    }

    /** @return the Message-IDs before this one, oldest first; of mail this address got or sent, or of the message it repeats */
    List<String> before(CustomerUpdate update) {
        List<String> thread = updates.threadOf(update.caseNumber(), update.recipient()).stream()
                .filter(id -> !id.equals(update.messageId())).toList();
        if (thread.isEmpty() && update.resendOf() != null) {
            return List.of(updates.byKey(update.resendOf()).messageId());
        }
        return thread.size() <= LATEST + 1 ? thread
                : Stream.concat(Stream.of(thread.get(0)), thread.subList(thread.size() - LATEST, thread.size()).stream()).toList();
    }
}
