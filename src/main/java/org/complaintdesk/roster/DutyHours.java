package org.complaintdesk.roster;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When somebody is on duty in every week, in the desk's time zone.
 *
 * @param week the days that have any duty
 */
record DutyHours(Map<DayOfWeek, List<Shift>> week) {

    /** Nothing was entered for this person, who then counts as on duty at any time. */
    static final DutyHours ANY_TIME = new DutyHours(Map.of());

    private static final int ABBREVIATED = 3;

    DutyHours {
        EnumMap<DayOfWeek, List<Shift>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, shifts) -> days.put(day, List.copyOf(shifts)));
        days.values().removeIf(List::isEmpty);
        week = Collections.unmodifiableMap(days);
    }

    /**
     * @param text as calendars are written: {@code MON 09:00-12:00 13:00-18:00; SAT 22:00-06:00}, empty for any time
     * @throws IllegalArgumentException when it is not written like that
     */
    static DutyHours parse(String text) {
        EnumMap<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (String line : text.isBlank() ? new String[0] : text.strip().split("\\s*;\\s*")) {
            String[] parts = line.split("\\s+", 2);
            week.put(day(parts[0]), Shift.parse(parts[1]));
        }
        return new DutyHours(week);
    }

    boolean isAnyTime() {
        return week.isEmpty();
    }

    List<Shift> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** @return whether this moment, by the clock on the wall, is on duty */
    boolean holds(LocalDateTime moment) {
        DayOfWeek day = moment.getDayOfWeek();
        return isAnyTime() || on(day).stream().anyMatch(shift -> shift.holdsOnItsDay(moment.toLocalTime()))
                || on(day.minus(1)).stream().anyMatch(shift -> shift.holdsOnTheNext(moment.toLocalTime()));
    }

    String text() {
        return week.entrySet().stream()
                .map(day -> day.getKey().name().substring(0, ABBREVIATED) + " " + Shift.text(day.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static DayOfWeek day(String name) {
        return Arrays.stream(DayOfWeek.values()).filter(day -> day.name().startsWith(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No day of the week: " + name));
    }
}
