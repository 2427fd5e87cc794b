package org.complaintdesk.forecast;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.complaintdesk.deadline.Calendars;
import org.springframework.stereotype.Component;

/** When open cases will be settled, and how likely in time. What is told is of this moment, whatever lists are sorted by. */
@Component
public class Forecasts {

    private final ForecastRows rows;
    private final Marks marks;
    private final Lessons lessons;
    private final Calendars calendars;
    private final Clock clock;

    Forecasts(ForecastRows rows, Marks marks, Lessons lessons, Calendars calendars, Clock clock) {
        this.rows = rows;
        this.marks = marks;
        this.lessons = lessons;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @return empty for a case that is settled, closed or unknown, or has no settlement clock */
    public Optional<Forecast> of(String caseNumber) {
        return Optional.ofNullable(of(Set.of(caseNumber)).get(caseNumber));
    }

    /**
     * For lists: one query for those that did not change since the last turn.
     *
     * @param caseNumbers a few hundred at most
     * @return by number; cases of which there is nothing to forecast are missing
     */
    public Map<String, Forecast> of(Collection<String> caseNumbers) {
        Map<String, Forecast> known = new HashMap<>();
        if (caseNumbers.isEmpty()) {
            return known;
        }
        Instant now = clock.instant();
        Forecaster forecaster = new Forecaster(lessons.experience(), calendars);
        Map<String, Mark> kept = new HashMap<>();
        rows.current(caseNumbers).forEach(row -> kept.put(row.number(), row.mark()));
        caseNumbers.forEach(number -> Optional
                .ofNullable(kept.containsKey(number) ? kept.get(number) : marks.of(number).orElse(null))
                .ifPresent(mark -> known.put(number, forecaster.look(mark, now).forecast())));
        return known;
    }
}
