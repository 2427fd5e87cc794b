package org.complaintdesk.intake.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
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

    private static final int AT_ONCE = 50;

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
        for (int from = 0; from < letters.size(); from += AT_ONCE) {
            List<Letter> stored = new ArrayList<>();
            for (Letter letter : letters.subList(from, Math.min(letters.size(), from + AT_ONCE))) {
                failed += take(letter, settings, stored) ? 0 : 1;
            }
            file(inbox, stored);
        }
        return failed;
    }

    private boolean take(Letter letter, MailboxProperties settings, List<Letter> stored) throws MessagingException {
        try {
            if (isStored(letter, settings)) {
                stored.add(letter);
            }
            return true;
        } catch (FolderClosedException | StoreClosedException lost) {
            throw lost;
        } catch (MessageRemovedException e) {
            LOG.debug("Another node has taken the mail {}", letter.place());
            return true;
        } catch (MessagingException | IOException e) {
            LOG.warn("The mail {} cannot be taken out of the mailbox: {}", letter.place(), e.toString());
            return false;
        }
    }

    /**
     * The place alone proves nothing: there are servers that give the same numbers again. What lies where something else
     * lay before is taken in like any other mail.
     *
     * @return whether it is stored as a whole and has to leave the mailbox
     */
    private boolean isStored(Letter letter, MailboxProperties settings) throws MessagingException, IOException {
        MailStore.Known known = store.known(letter.place()).orElse(null);
        if (known != null && (known.stays() && known.size() == letter.message().getSize() || known.filed() && letter.isDeleted())) {
            return false;
        }
        try (SpooledMail mail = letter.spool(settings.largestMail().toBytes(), clock.instant())) {
            takeIn.take(letter.place(), mail);
            return mail.whole();
        }
    }

    private void file(Inbox inbox, List<Letter> stored) throws MessagingException {
        if (stored.isEmpty()) {
            return;
        }
        try {
            inbox.file(stored);
            stored.forEach(letter -> store.filed(letter.place(), clock.instant()));
        } catch (MessageRemovedException e) {
            LOG.debug("Another node files the same mails");
        }
    }
}
