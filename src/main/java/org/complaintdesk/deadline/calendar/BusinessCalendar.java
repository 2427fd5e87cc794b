package org.complaintdesk.deadline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says which time counts, and measures it. Everything is exact to the nanosecond and takes time linear in the days that
 * are passed. The moment a window closes no longer counts, the moment it opens does.
 *
 * @param name how people call it
 * @param zone where the wall clock of the hours hangs
 * @param holidays {@link Holidays#NONE} when it keeps none
 */
public record BusinessCalendar(String name, ZoneId zone, WeeklyHours hours, Holidays holidays) {

    /** A calendar that is closed longer than this is taken for a mistake. */
    private static final int CLOSED_DAYS_AT_MOST = 400;

    public BusinessCalendar {
        if (name == null || name.isBlank() || zone == null || hours == null || holidays == null) {
            throw new IllegalArgumentException("A calendar needs a name, a zone, hours and holidays");
        }
    }

    /** All time counts; every day is a working day. */
    public static BusinessCalendar roundTheClock(String name, ZoneId zone) {
        return new BusinessCalendar(name, zone, WeeklyHours.always(), Holidays.NONE);
    }

    /**
     * @param working not negative
     * @return the earliest moment at which that much open time has passed since {@code from}; so never the opening
     *         after a closing, but the closing itself
     * @throws IllegalArgumentException when {@code working} is negative
     * @throws IllegalStateException when the calendar stays closed for more than a year
     */
    public Instant add(Instant from, Duration working) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("Open time to add must not be negative: " + working);
        }
        if (working.isZero()) {
            return from;
        }
        Duration left = working;
        Stretches stretches = new Stretches(zone, from);
        while (true) {
            for (Span open : nextOpen(stretches)) {
                Duration length = open.length();
                if (left.compareTo(length) <= 0) {
                    return open.from().plus(left);
                }
                left = left.minus(length);
            }
        }
    }

    /** @return the open time between the two; negative when {@code to} is before {@code from} */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Duration passed = Duration.ZERO;
        Stretches stretches = new Stretches(zone, from);
        Instant at = from;
        while (at.isBefore(to)) {
            Stretch stretch = stretches.next();
            for (Span open : open(stretch)) {
                Span counted = open.overlap(from, to);
                passed = counted == null ? passed : passed.plus(counted.length());
            }
            at = stretch.span().to();
        }
        return passed;
    }

    public boolean isOpen(Instant moment) {
        return open(new Stretches(zone, moment).next()).stream().anyMatch(open -> open.from().equals(moment));
    }

    /**
     * @return the moment itself when it is open, otherwise the next opening
     * @throws IllegalStateException when the calendar stays closed for more than a year
     */
    public Instant nextOpen(Instant moment) {
        return nextOpen(new Stretches(zone, moment)).get(0).from();
    }

    /** @return whether the day has any open time */
    public boolean isWorkingDay(LocalDate day) {
        return !openOn(day).isEmpty();
    }

    /**
     * The end of a period of working days, counted as the Civil Code of China counts days (articles 201 and 203): the
     * day it begins is not counted, and the last day ends with its last open moment, 24:00 where whole days are open.
     *
     * @param days at least 1
     * @throws IllegalArgumentException when {@code days} is not positive
     * @throws IllegalStateException when the calendar stays closed for more than a year
     */
    public Instant endOfWorkingDay(Instant from, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("Working days to add must be positive: " + days);
        }
        LocalDate day = dateOf(from);
        List<Span> open = List.of();
        for (int left = days; left > 0; left--) {
            int closed = 0;
            do {
                guard(closed++);
                day = day.plusDays(1);
                open = openOn(day);
            } while (open.isEmpty());
        }
        return open.get(open.size() - 1).to();
    }

    /** @return the working days after the day of {@code from} up to that of {@code to}; negative when that is before */
    public int workingDaysBetween(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        LocalDate first = dateOf(from).plusDays(1);
        return (int) first.datesUntil(dateOf(to).plusDays(1)).filter(this::isWorkingDay).count();
    }

    /** @return the years between the two whose holidays are not published yet, so that every weekday counts there */
    public SortedSet<Integer> unpublishedYears(Instant from, Instant to) {
        SortedSet<Integer> years = new TreeSet<>();
        for (int year = dateOf(from).getYear(); year <= dateOf(to).getYear(); year++) {
            if (!holidays.covers(year)) {
                years.add(year);
            }
        }
        return years;
    }

    private LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private List<Span> openOn(LocalDate day) {
        if (windowsOn(day).isEmpty()) {
            return List.of();
        }
        Stretches stretches = new Stretches(zone, day.atStartOfDay(zone).toInstant());
        List<Span> open = new ArrayList<>();
        for (Stretch next = stretches.next(); !next.date().isAfter(day); next = stretches.next()) {
            if (next.date().equals(day)) {
                open.addAll(open(next));
            }
        }
        return open;
    }

    private List<Span> nextOpen(Stretches stretches) {
        int closed = 0;
        List<Span> open;
        do {
            guard(closed++);
            open = open(stretches.next());
        } while (open.isEmpty());
        return open;
    }

    private List<Span> open(Stretch stretch) {
        return stretch.open(windowsOn(stretch.date()));
    }

    private List<Window> windowsOn(LocalDate day) {
        return hours.on(day.getDayOfWeek(), holidays.kind(day));
    }

    private void guard(int closedDays) {
        if (closedDays > CLOSED_DAYS_AT_MOST) {
            throw new IllegalStateException(
                    "The calendar " + name + " has no open time in " + CLOSED_DAYS_AT_MOST + " days");
        }
    }
}
