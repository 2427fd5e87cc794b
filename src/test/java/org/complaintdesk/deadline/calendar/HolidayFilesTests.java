package org.complaintdesk.deadline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayFilesTests {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static HolidayYear read(String name, String content) throws IOException {
        return HolidayFiles.read(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String year(String holiday) {
        return "{year: 2026, notice: n, published: 2025-11-04, holidays: [" + holiday + "]}";
    }

    /** Counted by hand from the three notices. */
    @ParameterizedTest
    @CsvSource({"2024, 28, 8, 251", "2025, 28, 5, 248", "2026, 33, 6, 248"})
    void the_years_the_application_brings_are_whole(int year, int daysOff, int swapped, int workingDays) {
        Holidays china = HolidayFiles.china();
        HolidayYear published = china.years().stream().filter(one -> one.year() == year).findFirst().orElseThrow();

        assertThat(published.days().values()).filteredOn(DayKind.HOLIDAY::equals).hasSize(daysOff);
        assertThat(published.days().values()).filteredOn(DayKind.SWAPPED_WORKDAY::equals).hasSize(swapped);
        assertThat(LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).filter(day -> switch (china.kind(day)) {
            case HOLIDAY -> false;
            case SWAPPED_WORKDAY -> true;
            case ORDINARY -> !WEEKEND.contains(day.getDayOfWeek());
        })).hasSize(workingDays);
    }

    @Test
    void a_year_that_is_not_published_is_known_to_be_missing() {
        assertThat(HolidayFiles.china().covers(2026)).isTrue();
        assertThat(HolidayFiles.china().covers(2027)).isFalse();
        assertThat(HolidayFiles.china().kind(LocalDate.of(2027, 1, 1))).isEqualTo(DayKind.ORDINARY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{name: a, from: 2027-01-01, to: 2027-01-01, days: 1} | is not in 2026",
        "{name: a, from: 2026-01-01, to: 2026-01-03, days: 2} | is not 2 days",
        "{name: a, from: 2026-01-03, to: 2026-01-01, days: 3} | is not 3 days",
        "{name: a, from: 2026-01-01, days: 1} | needs a name, from and to",
        "{name: a, from: 2026-01-01, to: 2026-01-03, days: 3, workdays: [2026-01-03]} | named twice",
        "{name: a, from: 2026-01-01, to: 2026-01-03, days: 3, workdays: [2026-01-05]} | is a workday anyway",
        "{name: a, from: 2026-01-01, to: 2026-01-03, days: 3, workdays: [2027-01-03]} | is not in 2026",
        "{name: a, from: 2026-01-01, to: 2026-01-03, days: 3}, {name: b, from: 2026-01-03, to: 2026-01-04, days: 2}"
                + " | named twice",
        "{name: a, from: 2026-01-01, to: 2026-01-03, days: 3, workday: [2026-01-04]} | workday",
        "{name: a, from: 2026-02-29, to: 2026-02-29, days: 1} | 2026-02-29",
        "'' | need notice, published and holidays"})
    void a_file_that_contradicts_itself_is_refused(String holiday, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> read("2026.yaml", year(holiday)))
                .withMessageContaining("2026.yaml").withMessageContaining(reason);
    }

    @Test
    void a_file_holds_the_year_it_is_named_after() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("2027.yaml",
                year("{name: a, from: 2026-01-01, to: 2026-01-03, days: 3}"))).withMessageContaining("2027.yaml");
        assertThatIllegalArgumentException().isThrownBy(() -> read("2027.yaml", ""));
    }
}
