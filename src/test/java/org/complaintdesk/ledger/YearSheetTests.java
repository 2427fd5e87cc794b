package org.complaintdesk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.complaintdesk.deadline.calendar.Holiday;
import org.complaintdesk.deadline.calendar.HolidayYear;
import org.complaintdesk.ledger.YearSheet.Day;
import org.complaintdesk.ledger.YearSheet.MonthSheet;
import org.junit.jupiter.api.Test;

class YearSheetTests {

    private static final HolidayYear PUBLISHED = new HolidayYear(2026, "notice", LocalDate.of(2025, 11, 4),
            List.of(new Holiday("元旦", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 3), 3, List.of(LocalDate.of(2026, 1, 4)))));

    private final YearSheet sheet = YearSheet.of(Year.of(2026), PUBLISHED, Locale.SIMPLIFIED_CHINESE);

    @Test
    void a_year_has_twelve_months_and_all_its_days() {
        assertThat(sheet.months()).hasSize(12);
        assertThat(sheet.months().stream().flatMap(month -> days(month).stream())).hasSize(365);
        assertThat(YearSheet.of(Year.of(2028), null, Locale.ENGLISH).months().get(1)).satisfies(february ->
                assertThat(days(february)).hasSize(29));
    }

    @Test
    void weeks_begin_on_monday() {
        MonthSheet january = sheet.months().get(0);
        assertThat(january.weeks()).allSatisfy(week -> assertThat(week).hasSize(7));
        assertThat(january.weeks().get(0).subList(0, 3)).containsOnlyNulls();
        assertThat(january.weeks().get(0).get(3).number()).as("1 January 2026 is a Thursday").isEqualTo(1);
        assertThat(sheet.weekdays()).containsExactly("一", "二", "三", "四", "五", "六", "日");
    }

    @Test
    void days_of_the_notice_are_marked_with_their_holiday() {
        List<Day> january = days(sheet.months().get(0));
        assertThat(january.subList(0, 3)).allSatisfy(day -> assertThat(day.isOff()).isTrue());
        assertThat(january.get(3).isSwapped()).isTrue();
        assertThat(january.get(3).note()).isEqualTo("元旦");
        assertThat(january.get(4).note()).isNull();
        assertThat(january.get(9).weekend()).isTrue();
    }

    private static List<Day> days(MonthSheet month) {
        return month.weeks().stream().flatMap(List::stream).filter(Objects::nonNull).toList();
    }
}
