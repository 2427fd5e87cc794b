package org.complaintdesk.update;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.complaintdesk.platform.DeskProperties;
import org.springframework.stereotype.Component;

/** When a mail to a customer may go out: few to one address within an hour, and nothing at night that can wait. */
@Component
public class SendingTimes {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Updates updates;
    private final UpdateProperties settings;
    private final DeskProperties desk;
    private final Clock clock;

    SendingTimes(Updates updates, UpdateProperties settings, DeskProperties desk, Clock clock) {
        this.updates = updates;
        this.settings = settings;
        this.desk = desk;
        this.clock = clock;
    }

    /** @return when the reader's address may get another mail; empty when at once */
    public Optional<Instant> addressFreeAt(CustomerUpdate update) {
        if (update.audience() == Audience.STAFF || update.recipient() == null) {
            return Optional.empty();
        }
        int limit = update.isConfirmed() ? settings.perAddressAndHour() : settings.perUnconfirmedAddressAndHour();
        return updates.sentBefore(update.recipient(), clock.instant().minus(HOUR), limit - 1)
                .map(sent -> sent.plus(HOUR));
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
