package org.complaintdesk.update;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.OncePerTransaction;
import org.springframework.stereotype.Component;

/** When a mail to a customer may go out: few to one address within an hour, and nothing at night that can wait. */
@Component
public class SendingTimes {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Updates updates;
    private final UpdateProperties settings;
    private final DeskProperties desk;
    private final Clock clock;
    /** What was found out about an address when an update to it began in this transaction. */
    private final OncePerTransaction<Address, Optional<Instant>> sentBefore = new OncePerTransaction<>(this::sentBefore);

    private record Address(String recipient, boolean confirmed) {
    }

    SendingTimes(Updates updates, UpdateProperties settings, DeskProperties desk, Clock clock) {
        this.updates = updates;
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
    }

    /** @return how often this was said in a case; when its reader's address may get mail is asked with it */
    int occasions(String caseNumber, UpdateKind kind, String recipient, boolean confirmed) {
        Updates.Before before = updates.before(caseNumber, kind.name(), recipient, anHourAgo(), others(confirmed));
        sentBefore.put(new Address(recipient, confirmed), Optional.ofNullable(before.sentBefore()));
        return before.occasions();
    }

    /** @return when the reader's address may get another mail; empty when at once */
    public Optional<Instant> addressFreeAt(CustomerUpdate update) {
        if (update.audience() == Audience.STAFF || update.recipient() == null) {
            return Optional.empty();
        }
        Address address = new Address(update.recipient(), update.isConfirmed());
        return Optional.ofNullable(sentBefore.known(address)).orElseGet(() -> sentBefore(address)).map(sent -> sent.plus(HOUR));
    }

    private Optional<Instant> sentBefore(Address address) {
        return updates.sentBefore(address.recipient(), anHourAgo(), others(address.confirmed()));
    }

    private int others(boolean confirmed) {
        return (confirmed ? settings.perAddressAndHour() : settings.perUnconfirmedAddressAndHour()) - 1;
    }

    private Instant anHourAgo() {
        return clock.instant().minus(HOUR);
    }

    /** @return when the quiet hours end; empty when there are none now */
    public Optional<Instant> quietUntil() {
        return settings.quietHours().endAfter(clock.instant(), desk.zone());
    }

    /** From here to the end of the transaction nobody else sends to this address, so that no two mails count as one. */
    public void takeTurn(CustomerUpdate update) {
        if (update.audience() == Audience.CUSTOMER && update.recipient() != null) {
            updates.takeTurn(update.recipient());
        }
    }
}
