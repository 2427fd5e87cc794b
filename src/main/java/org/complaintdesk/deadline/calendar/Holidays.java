package org.complaintdesk.deadline.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The published holidays of some years. Days of any other year count as ordinary days, see {@link #covers}. */
public final class Holidays {

    /** For a calendar that keeps no holidays at all. */
    public static final Holidays NONE = new Holidays(new TreeMap<>());

    private final SortedMap<Integer, HolidayYear> years;
    private final Map<LocalDate, DayKind> days = new HashMap<>();

    private Holidays(SortedMap<Integer, HolidayYear> years) {
        this.years = years;
        years.values().forEach(year -> days.putAll(year.days()));
    }

    /** @throws IllegalArgumentException when there is no year, or a year comes twice */
    public static Holidays of(Collection<HolidayYear> years) {
        if (years.isEmpty()) {
            throw new IllegalArgumentException("There are no holidays; a calendar without them says so with NONE");
        }
        SortedMap<Integer, HolidayYear> sorted = new TreeMap<>();
        for (HolidayYear year : years) {
            if (sorted.put(year.year(), year) != null) {
                throw new IllegalArgumentException("The holidays of " + year.year() + " are there twice");
            }
        }
        return new Holidays(sorted);
    }

    /** @return these and the given year, in place of what was known of that year */
    public Holidays with(HolidayYear year) {
        SortedMap<Integer, HolidayYear> more = new TreeMap<>(years);
        more.put(year.year(), year);
        return new Holidays(more);
    }

    /** @return these as if nothing were known of the given year */
    public Holidays without(int year) {
        SortedMap<Integer, HolidayYear> fewer = new TreeMap<>(years);
        fewer.remove(year);
        return new Holidays(fewer);
    }

    /** @return what is known of the year; empty when its holidays are not published here */
    public Optional<HolidayYear> year(int year) {
        return Optional.ofNullable(years.get(year));
    }

    public DayKind kind(LocalDate day) {
        return days.getOrDefault(day, DayKind.ORDINARY);
    }

    /** @return whether the holidays of the year are published here; without holidays there is nothing to publish */
    public boolean covers(int year) {
        return years.isEmpty() || years.containsKey(year);
    }

    /** @return the published years, earliest first */
    public Collection<HolidayYear> years() {
        return List.copyOf(years.values());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Holidays holidays && years.equals(holidays.years);
    }

    @Override
    public int hashCode() {
        return years.hashCode();
    }

    @Override
    public String toString() {
        return "holidays of " + years.keySet();
    }
}
