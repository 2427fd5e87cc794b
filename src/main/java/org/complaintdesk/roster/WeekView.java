package org.complaintdesk.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Lays out a week: who of which group is on duty when, and who is right now. */
@Component
class WeekView {

    private static final List<StaffGroup> SHOWN = List.of(StaffGroup.AGENTS, StaffGroup.SUPERVISORS, StaffGroup.MANAGERS,
            StaffGroup.FINANCE, StaffGroup.WAREHOUSE);

    private final DutyStore store;
    private final Roster roster;
    private final Staff staff;
    private final Wording wording;
    private final ZoneId zone;
    private final Clock clock;

    WeekView(DutyStore store, Roster roster, Staff staff, Wording wording, DeskProperties desk, Clock clock) {
        this.store = store;
        this.roster = roster;
        this.staff = staff;
        this.wording = wording;
        this.zone = desk.zone();
        this.clock = clock;
    }

    /** @param now who of the group is on duty right now, in words; empty when nobody is */
    record Team(String name, String now, List<Row> rows) {
    }

    /** @param always whether every day of the week is the same: on duty at any time and never away */
    record Row(String person, String name, List<Cell> cells, boolean always) {
    }

    /**
     * One person's day.
     *
     * @param day      its name, for narrow screens
     * @param shifts   in words; empty when off duty
     * @param away     when away, in words; empty when not
     * @param awayAllDay whether nothing of the day is left
     */
    record Cell(String day, String shifts, String away, boolean awayAllDay, boolean today) {
    }

    /** @return groups that have anybody */
    List<Team> of(Week week) {
        return SHOWN.stream().map(group -> team(group, week)).filter(team -> !team.rows().isEmpty()).toList();
    }

    private Team team(StaffGroup group, Week week) {
        List<String> people = staff.members(group.id());
        Map<String, DutyStore.Entry> hours = store.hours(people);
        Map<String, List<Absence>> absences = store.absences(people, week.begin(), week.end()).stream()
                .collect(Collectors.groupingBy(Absence::person));
        List<Week.Day> days = week.shown(LocalDate.ofInstant(clock.instant(), zone), wording);
        Map<String, String> names = people.stream().collect(Collectors.toMap(Function.identity(), staff::displayName));
        String now = roster.onDuty(group, clock.instant()).stream().map(names::get)
                .collect(Collectors.joining(wording.text("roster.and")));
        List<Row> rows = people.stream().map(person -> row(person, names.get(person), days, hours.get(person),
                absences.getOrDefault(person, List.of()))).toList();
        return new Team(staff.displayName(group.id()), now, rows);
    }

    private Row row(String person, String name, List<Week.Day> days, DutyStore.Entry hours, List<Absence> absences) {
        boolean always = absences.isEmpty() && (hours == null || hours.hours().isAnyTime());
        return new Row(person, name, days.stream().map(day -> cell(day, hours, absences)).toList(), always);
    }

    private Cell cell(Week.Day day, DutyStore.Entry entry, List<Absence> absences) {
        DutyHours hours = entry == null ? DutyHours.ANY_TIME : entry.hours();
        String shifts = hours.isAnyTime() ? wording.text("roster.any-time") : Shift.text(hours.on(day.date().getDayOfWeek()));
        Instant begin = day.date().atStartOfDay(zone).toInstant();
        Instant end = day.date().plusDays(1).atStartOfDay(zone).toInstant();
        List<Absence> here = absences.stream().filter(absence -> absence.touches(begin, end)).toList();
        boolean allDay = here.stream().anyMatch(absence -> !absence.from().isAfter(begin) && !absence.until().isBefore(end));
        String away = here.isEmpty() ? "" : allDay ? wording.text("roster.away")
                : here.stream().map(absence -> wording.text("roster.away.part", part(absence, begin, end)))
                        .collect(Collectors.joining(wording.text("roster.and")));
        return new Cell(day.name() + " " + day.shown(), shifts, away, allDay, day.today());
    }

    private Shift part(Absence absence, Instant begin, Instant end) {
        return new Shift(absence.from().isAfter(begin) ? onTheWall(absence.from()) : LocalTime.MIDNIGHT,
                absence.until().isBefore(end) ? onTheWall(absence.until()) : LocalTime.MIDNIGHT);
    }

    private LocalTime onTheWall(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone).toLocalTime();
    }
}
