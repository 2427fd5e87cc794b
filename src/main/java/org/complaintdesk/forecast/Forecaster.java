package org.complaintdesk.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.deadline.CalendarSheet;
import org.complaintdesk.deadline.Calendars;
import org.complaintdesk.deadline.calendar.BusinessCalendar;
import org.complaintdesk.forecast.Experience.Finding;

/** Looks at cases with what was learned by one moment. */
final class Forecaster {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Experience experience;
    private final Calendars calendars;
    private final Map<CalendarSheet, BusinessCalendar> read = new HashMap<>();

    Forecaster(Experience experience, Calendars calendars) {
        this.experience = experience;
        this.calendars = calendars;
    }

    Look look(Mark then, Instant now) {
        BusinessCalendar calendar = read.computeIfAbsent(then.calendar(), calendars::read);
        Mark mark = then.later(now, calendar);
        Finding finding = experience.about(mark.situation(), mark.spent(), mark.left());
        Estimate said = finding.estimate();
        if (said == null) {
            return new Look(new Forecast(mark.stage(), mark.category(), mark.spent(), mark.left(), !mark.running(),
                    finding.basis(), finding.known(), null, false, null, Risk.UNKNOWN, null, null, null, null), null);
        }
        boolean runs = mark.running();
        Forecast forecast = new Forecast(mark.stage(), mark.category(), mark.spent(), mark.left(), !runs, finding.basis(),
                said.similar(), said.late(), said.longest(), said.chance(), Risk.of(said.chance()), said.likely(),
                said.safe(),
                runs ? calendar.add(now, said.likely()) : null, runs ? calendar.add(now, said.safe()) : null);
        return new Look(forecast, runs && said.goodFor() != null ? calendar.add(now, soonest(said.goodFor())) : null);
    }

    private static Duration soonest(Duration goodFor) {
        return goodFor.compareTo(MINUTE) < 0 ? MINUTE : goodFor;
    }
}
