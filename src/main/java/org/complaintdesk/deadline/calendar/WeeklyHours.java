package org.complaintdesk.deadline.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The open windows of each day of the week, in order; a day that is not named is closed.
 *
 * @param holiday the windows of a public holiday, whatever day of the week it is; mostly none
 * @param swappedWorkday the windows of a Saturday or Sunday that the holiday notice makes a workday 调休
 */
public record WeeklyHours(Map<DayOfWeek, List<Window>> week, List<Window> holiday, List<Window> swappedWorkday) {

    private static final String HOLIDAY = "HOLIDAY";
    private static final String SWAPPED = "SWAPPED";
    private static final String ALWAYS = "always";
    private static final String CLOSED = "closed";

    /** @throws IllegalArgumentException when windows of a day overlap, or no ordinary day has any */
    public WeeklyHours {
        EnumMap<DayOfWeek, List<Window>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, windows) -> days.put(day, inOrder(day.name(), windows)));
        days.values().removeIf(List::isEmpty);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("These hours have no open time in the whole week");
        }
        week = Collections.unmodifiableMap(days);
        holiday = inOrder(HOLIDAY, holiday);
        swappedWorkday = inOrder(SWAPPED, swappedWorkday);
    }

    /** Every day from midnight to midnight, holidays too. */
    public static WeeklyHours always() {
        EnumMap<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        Arrays.asList(DayOfWeek.values()).forEach(day -> week.put(day, List.of(Window.WHOLE_DAY)));
        return new WeeklyHours(week, List.of(Window.WHOLE_DAY), List.of(Window.WHOLE_DAY));
    }

    /**
     * @param text such as {@code MON-FRI 09:00-12:00 13:00-18:00; SAT 10:00-16:00}. {@code HOLIDAY …} gives the
     *         windows of a public holiday, otherwise closed; {@code SWAPPED …} those of a swapped workday, which
     *         otherwise is like the first open day of the week. {@code closed} stands for no window.
     *         A comma may stand between windows. {@code always} is every moment of every day.
     * @throws IllegalArgumentException when it is not written like that, or names a day twice
     */
    public static WeeklyHours parse(String text) {
        if (ALWAYS.equalsIgnoreCase(text.strip())) {
            return always();
        }
        EnumMap<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        List<Window> holiday = null;
        List<Window> swapped = null;
        for (String line : text.strip().split("\\s*;\\s*")) {
            String[] words = line.strip().split("[\\s,]+");
            List<Window> windows = windows(words, line);
            String days = words[0].toUpperCase(Locale.ROOT);
            if (days.equals(HOLIDAY)) {
                holiday = once(HOLIDAY, holiday, windows);
            } else if (days.equals(SWAPPED)) {
                swapped = once(SWAPPED, swapped, windows);
            } else {
                for (DayOfWeek day : days(days)) {
                    week.put(day, once(day.name(), week.get(day), windows));
                }
            }
        }
        List<Window> firstOpen = week.values().stream().filter(day -> !day.isEmpty()).findFirst().orElse(List.of());
        return new WeeklyHours(week, holiday == null ? List.of() : holiday, swapped == null ? firstOpen : swapped);
    }

    /** @return these hours as {@link #parse} reads them; days in a row with the same windows are named once */
    public String text() {
        if (equals(always())) {
            return ALWAYS;
        }
        List<String> lines = new ArrayList<>();
        for (DayOfWeek first = DayOfWeek.MONDAY; first != null;) {
            DayOfWeek last = lastLike(first);
            List<Window> windows = on(first, DayKind.ORDINARY);
            if (!windows.isEmpty()) {
                lines.add((first == last ? shortName(first) : shortName(first) + "-" + shortName(last)) + text(windows));
            }
            first = last == DayOfWeek.SUNDAY ? null : last.plus(1);
        }
        if (!holiday.isEmpty()) {
            lines.add(HOLIDAY + text(holiday));
        }
        if (!swappedWorkday.equals(week.values().iterator().next())) {
            lines.add(SWAPPED + text(swappedWorkday));
        }
        return String.join("; ", lines);
    }

    private DayOfWeek lastLike(DayOfWeek first) {
        DayOfWeek last = first;
        while (last != DayOfWeek.SUNDAY && on(last.plus(1), DayKind.ORDINARY).equals(on(first, DayKind.ORDINARY))) {
            last = last.plus(1);
        }
        return last;
    }

    private static String shortName(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    private static String text(List<Window> windows) {
        return windows.isEmpty() ? " " + CLOSED
                : windows.stream().map(window -> " " + window).collect(Collectors.joining());
    }

    List<Window> on(DayOfWeek day, DayKind kind) {
        return switch (kind) {
            case HOLIDAY -> holiday;
            case SWAPPED_WORKDAY -> swappedWorkday;
            case ORDINARY -> week.getOrDefault(day, List.of());
        };
    }

    private static List<Window> inOrder(String day, List<Window> windows) {
        List<Window> sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparing(Window::from));
        for (int i = 1; i < sorted.size(); i++) {
            if (!sorted.get(i - 1).endsBy(sorted.get(i))) {
                throw new IllegalArgumentException(
                        "Windows overlap on " + day + ": " + sorted.get(i - 1) + " and " + sorted.get(i));
            }
        }
        return List.copyOf(sorted);
    }

    private static List<Window> windows(String[] words, String line) {
        List<String> texts = List.of(words).subList(1, words.length);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("Write days and windows, such as MON-FRI 09:00-18:00, not " + line);
        }
        return texts.equals(List.of(CLOSED)) ? List.of() : texts.stream().map(Window::parse).toList();
    }

    private static List<Window> once(String day, List<Window> before, List<Window> windows) {
        if (before != null) {
            throw new IllegalArgumentException("The hours name " + day + " twice");
        }
        return windows;
    }

    private static List<DayOfWeek> days(String text) {
        String[] ends = text.split("-");
        if (ends.length > 2) {
            throw new IllegalArgumentException("Write days such as MON or MON-FRI, not " + text);
        }
        DayOfWeek last = day(ends[ends.length - 1]);
        List<DayOfWeek> days = new ArrayList<>();
        DayOfWeek next = day(ends[0]);
        days.add(next);
        while (next != last) {
            next = next.plus(1);
            days.add(next);
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(text) || day.name().substring(0, 3).equals(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No day of the week: " + text));
    }
}
