package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.complaintdesk.deadline.DeadlineProperties.Calendar;
import org.complaintdesk.deadline.DeadlineProperties.Keeps;
import org.complaintdesk.deadline.calendar.BusinessCalendar;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskProperties.Language;
import org.complaintdesk.platform.DeskProperties.Shop;
import org.complaintdesk.platform.QuietHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The calendars of the settings. */
class CalendarsTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void service_hours_are_those_of_the_settings() {
        Calendars calendars = calendars(Map.of("service-hours", hours("Mon-Sun 09:00-12:00,13:00-21:00")));

        BusinessCalendar service = calendars.of(Calendars.SERVICE_HOURS, null);

        assertThat(service.add(MONDAY_NOON, Duration.ofMinutes(5))).isEqualTo(Instant.parse("2026-11-23T05:05:00Z"));
        assertThat(Calendars.sheet(service).hours()).isEqualTo("MON-SUN 09:00-12:00 13:00-21:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NIGHT_SHIFT", "night-shift", "NightShift"})
    void capitals_and_hyphens_make_no_difference(String name) {
        assertThat(calendars(Map.of("night-shift", hours("always"))).of(name, null).isOpen(MONDAY_NOON)).isTrue();
    }

    @Test
    void a_shop_has_its_own_zone_and_its_own_hours() {
        Shop berlin = new Shop("Berlin", null, null, ZoneId.of("Europe/Berlin"), Map.of("service-hours", "BERLIN"));
        Calendars calendars = calendars(Map.of("berlin", hours("Mon-Fri 10:00-18:00")), berlin);

        assertThat(calendars.of("SERVICE_HOURS", "Berlin").nextOpen(MONDAY_NOON)).isEqualTo(Instant.parse("2026-11-23T09:00:00Z"));
        assertThat(calendars.of("SERVICE_HOURS", "Berlin").name()).isEqualTo("BERLIN");
        assertThat(calendars.of("ROUND_THE_CLOCK", "Berlin").zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(calendars.of("SERVICE_HOURS", "another").zone()).isEqualTo(SHANGHAI);
    }

    @Test
    void an_unknown_calendar_is_said_with_those_there_are() {
        assertThatIllegalArgumentException().isThrownBy(() -> calendars(Map.of()).of("HOLIDAY_HOURS", null))
                .withMessage("There is no calendar HOLIDAY_HOURS; known are "
                        + "[platformhours, roundtheclock, servicehours, workingdays]");
    }

    @Test
    void a_shop_with_an_unknown_calendar_keeps_the_desk_from_starting() {
        Shop shop = new Shop("旗舰店", null, null, null, Map.of("SERVICE_HOURS", "NIGHTS"));

        assertThatThrownBy(() -> calendars(Map.of(), shop))
                .hasMessageStartingWith("complaintdesk.shops, 旗舰店: There is no calendar NIGHTS");
    }

    @Test
    void one_calendar_named_twice_keeps_the_desk_from_starting() {
        assertThatThrownBy(() -> calendars(Map.of("night-shift", hours("always"), "NIGHT_SHIFT", hours("always"))))
                .hasMessageContaining("names one calendar twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Mon-Sun 9-12 | Write a window such as 09:00-12:00",
            "Mon-Sun 09:00-12:00 11:00-13:00 | Windows overlap", "Mon-Fry 09:00-12:00 | No day of the week: FRY",
            "Mon closed | no open time"})
    void hours_that_cannot_be_meant_keep_the_desk_from_starting(String hours, String why) {
        Binder binder = new Binder(new MapConfigurationPropertySource(
                Map.of("complaintdesk.deadline.calendars.night.hours", hours)));

        assertThatThrownBy(() -> binder.bind("complaintdesk.deadline", DeadlineProperties.class)).isInstanceOf(BindException.class)
                .rootCause().hasMessageContaining(why);
    }

    @Test
    void settings_are_bound_as_they_are_written() {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(
                "complaintdesk.deadline.calendars.SERVICE_HOURS.hours", "Mon-Fri 09:00-18:00",
                "complaintdesk.deadline.calendars.SERVICE_HOURS.holidays", "cn")));

        Calendars calendars = calendars(binder.bind("complaintdesk.deadline", DeadlineProperties.class).get().calendars());

        assertThat(Calendars.sheet(calendars.of(Calendars.SERVICE_HOURS, null)).holidays()).isTrue();
        assertThat(Calendars.sheet(calendars.of(Calendars.SERVICE_HOURS, null)).hours()).isEqualTo("MON-FRI 09:00-18:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", "MON-FRI 09:00-12:00 13:00-18:00; SAT 10:00-16:00", "MON-SUN 18:00-24:00",
            "MON-FRI 00:00-24:00", "MON-FRI 09:00-18:00; HOLIDAY 10:00-12:00; SWAPPED closed", "TUE 09:00-10:00; SUN 09:00-10:00"})
    void a_calendar_is_read_as_it_was_written_down(String hours) {
        Calendars calendars = calendars(Map.of("x", hours(hours)));
        BusinessCalendar calendar = calendars.of("x", null);

        CalendarSheet written = CalendarText.read(CalendarText.write(Calendars.sheet(calendar)));

        assertThat(written.hours()).isEqualTo(hours);
        assertThat(calendars.read(written)).isEqualTo(calendar);
    }

    @Test
    void a_folder_brings_further_years(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("2031.yaml"), """
                year: 2031
                notice: a made-up notice
                published: 2030-11-04
                holidays:
                  - {name: 元旦, from: 2031-01-01, to: 2031-01-03, days: 3, workdays: [2031-01-04]}
                """);
        Files.writeString(folder.resolve("README.txt"), "nothing for us");

        HolidayData data = new HolidayData(settings(Map.of(), folder), nothingPublished());

        assertThat(data.china().covers(2031)).isTrue();
        assertThat(data.years().get(0).source()).isEqualTo(HolidaySource.FOLDER);
        assertThat(data.years()).hasSizeGreaterThan(3);
    }

    @Test
    void a_folder_that_is_not_there_or_holds_nonsense_keeps_the_desk_from_starting(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> new HolidayData(settings(Map.of(), folder.resolve("none")), nothingPublished()))
                .hasMessageContaining("There is no folder");
        Files.writeString(folder.resolve("2031.yaml"), "year: 2032");

        assertThatThrownBy(() -> new HolidayData(settings(Map.of(), folder), nothingPublished()))
                .hasMessageContaining("The holidays in " + folder + " cannot be read:");
    }

    private static Calendars calendars(Map<String, Calendar> settings, Shop... shops) {
        DeskProperties desk = new DeskProperties(URI.create("http://x"), Language.ZH, SHANGHAI, List.of(shops));
        return new Calendars(settings(settings, null), desk, new HolidayData(settings(Map.of(), null), nothingPublished()));
    }

    private static DeadlineProperties settings(Map<String, Calendar> calendars, Path folder) {
        return new DeadlineProperties(new BigDecimal("0.8"), QuietHours.valueOf("off"), calendars, folder);
    }

    private static HolidayStore nothingPublished() {
        HolidayStore store = mock(HolidayStore.class);
        when(store.latest()).thenReturn(List.of());
        return store;
    }

    private static Calendar hours(String hours) {
        return new Calendar(hours, Keeps.NONE);
    }
}
