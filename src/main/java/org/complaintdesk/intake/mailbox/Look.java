package org.complaintdesk.intake.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Goes through the mailbox once: what is not recorded is taken in; what is recorded leaves the folder, which happens only
 * after its transaction has committed. A crash between the two is made good the next time.
 */
@Component
class Look {

    private static final Logger LOG = LoggerFactory.getLogger(Look.class);

    private final MailStore store;
    private final TakeIn takeIn;
    private final Clock clock;

    Look(MailStore store, TakeIn takeIn, Clock clock) {
        this.store = store;
        this.takeIn = takeIn;
        this.clock = clock;
    }

    /**
     * @return how many mails the server would not hand out; they lie there until it does
     * @throws MessagingException when the connection is lost
     */
    int at(Inbox inbox, MailboxProperties settings) throws MessagingException {
        List<Letter> letters = inbox.letters();
        int failed = 0;
        for (Letter letter : letters) {
            try {
                take(inbox, letter, settings);
            } catch (FolderClosedException | StoreClosedException lost) {
                throw lost;
            } catch (MessagingException | IOException e) {
                failed++;
                LOG.warn("The mail {} cannot be taken out of the mailbox: {}", letter.place(), e.toString());
            }
        }
        return failed;
    }

    private void take(Inbox inbox, Letter letter, MailboxProperties settings) throws MessagingException, IOException {
        MailStore.Known known = store.known(letter.place()).orElse(null);
        if (known == null) {
            try (SpooledMail mail = letter.spool(settings.largestMail().toBytes(), clock.instant())) {
                takeIn.take(letter.place(), mail);
            }
            known = store.known(letter.place()).orElseThrow();
        }
        if (!known.stays() && !known.filed()) {
            inbox.file(letter);
            store.filed(letter.place(), clock.instant());
        }
    }
}
