package org.complaintdesk.ledger;

import java.time.Duration;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** How long something is, as people say it: two units at most, never seconds. */
@Component
public class TimeWords {

    private static final long LONGEST_IN_HOURS = 48;
    private static final long HOURS_OF_A_DAY = 24;

    private final Wording wording;

    TimeWords(Wording wording) {
        this.wording = wording;
    }

    /** @param wall of time that passes day and night, so that 72 hours are three days; its sign does not matter */
    public String wall(Duration wall) {
        Duration length = wall.abs();
        if (length.toHours() < LONGEST_IN_HOURS) {
            return open(length);
        }
        long hours = length.toHours() % HOURS_OF_A_DAY;
        return hours == 0 ? wording.text("ledger.days", length.toDays()) : wording.text("ledger.days-hours", length.toDays(), hours);
    }

    /** @param open of the hours of a calendar, where a day is shorter than 24 hours; its sign does not matter */
    public String open(Duration open) {
        Duration length = open.abs();
        long hours = length.toHours();
        int minutes = length.toMinutesPart();
        if (hours == 0) {
            return minutes == 0 ? wording.text("ledger.moment") : wording.text("ledger.minutes", minutes);
        }
        return minutes == 0 ? wording.text("ledger.hours", hours) : wording.text("ledger.hours-minutes", hours, minutes);
    }
}
