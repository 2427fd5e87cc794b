package org.complaintdesk.roster;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Time on duty that begins on one day, by the clock on the wall; it may end on the next.
 *
 * @param from  the first moment
 * @param until the first moment after; not later than {@code from} when it ends on the next day
 */
record Shift(LocalTime from, LocalTime until) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*[-~—–－至到]+\\s*(\\d{1,2}):(\\d{2})");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;、，；和]+");
    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * @param typed such as {@code 09:00-12:00 13:00-18:00}; what people type in Chinese counts too, {@code 9：00～12：00、…}
     * @return in order; empty when nothing was typed
     * @throws IllegalArgumentException when it is anything else, or two overlap
     */
    static List<Shift> parse(String typed) {
        String plain = Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC);
        List<Shift> shifts = new ArrayList<>();
        Matcher found = TEXT.matcher(plain);
        StringBuilder rest = new StringBuilder();
        while (found.find()) {
            found.appendReplacement(rest, " ");
            shifts.add(new Shift(time(found.group(1), found.group(2)), time(found.group(3), found.group(4))));
        }
        found.appendTail(rest);
        shifts.sort(Comparator.comparing(Shift::from));
        if (!BETWEEN.matcher(rest).replaceAll("").isEmpty() || overlap(shifts)) {
            throw new IllegalArgumentException("No times of duty: " + typed);
        }
        return List.copyOf(shifts);
    }

    static String text(List<Shift> shifts) {
        return shifts.stream().map(Shift::toString).collect(Collectors.joining(" "));
    }

    boolean isOverMidnight() {
        return !until.isAfter(from) && !until.equals(LocalTime.MIDNIGHT);
    }

    /** @return whether this time, of the day on which the shift begins, is in it */
    boolean holdsOnItsDay(LocalTime time) {
        return !time.isBefore(from) && (!until.isAfter(from) || time.isBefore(until));
    }

    /** @return whether this time, of the day after, is in it */
    boolean holdsOnTheNext(LocalTime time) {
        return isOverMidnight() && time.isBefore(until);
    }

    private static LocalTime time(String hour, String minute) {
        boolean endOfDay = hour.equals("24") && minute.equals("00");
        try {
            return endOfDay ? LocalTime.MIDNIGHT : LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No time of day: " + hour + ":" + minute, e);
        }
    }

    private static boolean overlap(List<Shift> inOrder) {
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i - 1).holdsOnItsDay(inOrder.get(i).from)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return HOURS.format(from) + "-" + (until.equals(LocalTime.MIDNIGHT) ? "24:00" : HOURS.format(until));
    }
}
