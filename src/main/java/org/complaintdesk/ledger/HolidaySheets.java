package org.complaintdesk.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.complaintdesk.deadline.HolidayData;
import org.springframework.stereotype.Component;

/** Which holidays are known, and which should be. */
@Component
class HolidaySheets {

    private final HolidayData holidays;
    private final Clock clock;

    HolidaySheets(HolidayData holidays, Clock clock) {
        this.holidays = holidays;
        this.clock = clock;
    }

    int thisYear() {
        return Instant.now(clock).atZone(clock.getZone()).getYear();
    }

    /** @return this year, when its holidays are not known */
    Optional<String> missingNow() {
        return missing(thisYear());
    }

    /** @return the next year, when its holidays are not known */
    Optional<String> missingNext() {
        return missing(thisYear() + 1);
    }

    private Optional<String> missing(int year) {
        return holidays.china().covers(year) ? Optional.empty() : Optional.of(String.valueOf(year));
    }
}
