package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.complaintdesk.deadline.calendar.BusinessCalendar;
import org.complaintdesk.deadline.calendar.HolidayFiles;
import org.complaintdesk.deadline.calendar.Holidays;
import org.complaintdesk.deadline.calendar.WeeklyHours;

/** The calendars the tests of clocks speak of. */
enum ClockCalendars {
    /** Service hours with a lunch break, holidays or not. */
    DESK("Asia/Shanghai", "MON-FRI 09:00-12:00 13:00-18:00", false),
    /** The same hours with Chinese holidays. */
    OFFICE("Asia/Shanghai", "MON-FRI 09:00-12:00 13:00-18:00", true),
    /** Whole working days with Chinese holidays. */
    DAYS("Asia/Shanghai", "MON-FRI 00:00-24:00", true),
    ALWAYS("Asia/Shanghai", "MON-SUN 00:00-24:00", false),
    NEW_YORK("America/New_York", "MON-SUN 09:00-17:00", false),
    NEW_YORK_ALWAYS("America/New_York", "MON-SUN 00:00-24:00", false);

    static final AlarmShares USUAL = new AlarmShares(Map.of(AlarmLevel.WARNING, new BigDecimal("0.8"), AlarmLevel.BREACH_1, BigDecimal.ONE,
            AlarmLevel.BREACH_2, new BigDecimal("1.5"), AlarmLevel.BREACH_3, new BigDecimal("2")));

    private final BusinessCalendar calendar;

    ClockCalendars(String zone, String hours, boolean holidays) {
        WeeklyHours parsed = WeeklyHours.parse(hours);
        calendar = new BusinessCalendar(name(), ZoneId.of(zone), parsed, holidays ? HolidayFiles.china() : Holidays.NONE);
    }

    BusinessCalendar calendar() {
        return calendar;
    }

    Terms terms(String target) {
        return new Terms(new Rule("test", "2026-11-01"), Target.parse(target), calendar, USUAL);
    }

    /** @param text such as {@code 11-23T10:00} in 2026, on this calendar's wall clock */
    Instant at(String text) {
        return LocalDateTime.parse("2026-" + text).atZone(calendar.zone()).toInstant();
    }

    String text(Instant moment) {
        return LocalDateTime.ofInstant(moment, calendar.zone()).toString().substring("2026-".length());
    }

    static List<BusinessCalendar> all() {
        return List.of(values()).stream().map(ClockCalendars::calendar).toList();
    }
}
