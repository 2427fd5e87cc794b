package org.complaintdesk.forecast;

import java.time.Duration;
import java.time.Instant;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.deadline.CalendarSheet;
import org.complaintdesk.deadline.calendar.BusinessCalendar;
import org.complaintdesk.forecast.Experience.Situation;
import org.complaintdesk.policy.Category;

/**
 * How a case stood at a moment. How it stands later follows, until it changes or its clock does.
 *
 * @param category null while nobody has given it one
 * @param spent    running time in this stage
 * @param left     running time until the settlement is due; negative when that is past
 * @param running  whether the settlement clock runs; otherwise it waits
 */
record Mark(Stage stage, Category category, Instant at, Duration spent, Duration left, boolean running,
            CalendarSheet calendar) {

    /** @param on the calendar of this mark */
    Mark later(Instant now, BusinessCalendar on) {
        Duration run = running && now.isAfter(at) ? on.between(at, now) : Duration.ZERO;
        return new Mark(stage, category, now, spent.plus(run), left.minus(run), running, calendar);
    }

    Situation situation() {
        return new Situation(calendar.name(), stage, category);
    }
}
