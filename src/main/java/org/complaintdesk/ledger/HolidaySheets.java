package org.complaintdesk.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.complaintdesk.deadline.HolidayData;
import org.complaintdesk.deadline.KnownYear;
import org.complaintdesk.deadline.calendar.DayKind;
import org.complaintdesk.deadline.calendar.HolidayYear;
import org.complaintdesk.deadline.calendar.Holidays;
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

    /** A day that is another than it was thought. */
    record Change(LocalDate day, DayKind becomes) {
    }

    int thisYear() {
        return LocalDate.now(clock).getYear();
    }

    /** @return the years one can look at: those that are known, this one and the next, in their order */
    List<Integer> years() {
        return Stream.concat(holidays.years().stream().map(known -> known.year().year()), Stream.of(thisYear(), thisYear() + 1))
                .distinct().sorted().toList();
    }

    Optional<KnownYear> known(int year) {
        return holidays.years().stream().filter(known -> known.year().year() == year).findFirst();
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

    /** @return the days on which the year differs from what is known of it, in their order */
    List<Change> changes(HolidayYear year) {
        Holidays before = holidays.china();
        Holidays after = before.with(year);
        List<Change> changes = new ArrayList<>();
        LocalDate first = LocalDate.of(year.year(), 1, 1);
        first.datesUntil(first.plusYears(1)).filter(day -> before.kind(day) != after.kind(day))
                .forEach(day -> changes.add(new Change(day, after.kind(day))));
        return changes;
    }
}
