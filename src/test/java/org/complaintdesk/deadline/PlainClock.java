package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * When the alarms of a clock should have come, found the plain way: every half-minute since its start is looked at whether it
 * counts. It shares no code with the desk's own clocks, only the story of what happened.
 */
final class PlainClock {

    private final ClockStory story;
    private final boolean tellsOfChanges;
    private final BitSet interrupted = new BitSet();
    private final List<int[]> pauses = new ArrayList<>();
    private final TreeSet<String> raised = new TreeSet<>();
    private final Map<String, Instant> alarms = new LinkedHashMap<>();
    private PlainCalendar calendar;
    private int minutes;
    private int days;
    private int started;
    private int watchedFrom;
    private int round;
    private boolean waiting;
    private boolean stopped;
    private int since;
    private String behind;

    private PlainClock(ClockStory story, boolean tellsOfChanges) {
        this.story = story;
        this.tellsOfChanges = tellsOfChanges;
        this.started = story.start();
        this.watchedFrom = story.known();
        hold(story.calendar(), story.target());
    }

    /**
     * @param tellsOfChanges whether a change that puts the clock at another level is told, once, of the highest
     * @return round and level, and the moment it should have been raised
     */
    static Map<String, Instant> alarms(ClockStory story, boolean tellsOfChanges) {
        PlainClock clock = new PlainClock(story, tellsOfChanges);
        int from = story.known();
        for (ClockStory.Event event : story.events()) {
            clock.raiseBetween(from, event.at());
            clock.happen(event);
            from = event.at();
        }
        clock.raiseBetween(from, story.end());
        return clock.alarms;
    }

    private void happen(ClockStory.Event event) {
        switch (event.what()) {
            case PAUSE -> begin(event.at(), true);
            case RESUME -> end(event.at(), true);
            case STOP -> {
                if (waiting) {
                    end(event.at(), true);
                }
                begin(event.at(), false);
                behind = null;
            }
            case CONTINUE -> {
                end(event.at(), false);
                watchedFrom = event.at();
            }
            case REOPEN -> {
                stopped = false;
                started = event.at();
                watchedFrom = event.at();
                pauses.clear();
                interrupted.clear();
                raised.clear();
                behind = null;
                round++;
                if (event.target() != null) {
                    hold(event.calendar(), event.target());
                }
            }
            case CHANGE -> {
                String before = reached(event.at());
                hold(event.calendar(), event.target());
                watchedFrom = Math.max(watchedFrom, event.at());
                String now = reached(event.at());
                boolean told = levels().indexOf(now) <= raised.stream().mapToInt(levels()::indexOf).max().orElse(-1);
                boolean owed = behind != null || levels().indexOf(now) > levels().indexOf(before);
                behind = owed && !told ? now : null;
            }
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private void begin(int at, boolean wait) {
        waiting = wait;
        stopped = !wait;
        since = at;
    }

    private void end(int at, boolean wait) {
        for (int tick = since; tick < at; tick++) {
            interrupted.set(tick - story.start());
        }
        if (at > since || wait) {
            pauses.add(new int[] {since, at});
        }
        waiting = false;
        stopped = false;
    }

    private void hold(PlainCalendar other, String target) {
        calendar = other;
        days = target.endsWith("WD") ? Integer.parseInt(target.replace("WD", "")) : 0;
        minutes = days > 0 ? 0 : Integer.parseInt(target.replace("m", ""));
    }

    /** A person who acts at the very moment of an alarm comes before it. */
    private void raiseBetween(int from, int until) {
        if (waiting || stopped || until <= from) {
            return;
        }
        long begin = millis(from);
        if (tellsOfChanges && behind != null && raised.add(behind)) {
            alarms.put(round + " " + behind, PlainCalendar.moment(from));
            behind = null;
        }
        story.shares().forEach((level, share) -> {
            long moment = momentOf(share);
            if (moment < millis(until) && moment > millis(watchedFrom) && raised.add(level)) {
                alarms.put(round + " " + level, PlainCalendar.BEGIN.plusMillis(Math.max(moment, begin)));
            }
        });
    }

    /** The highest level whose moment has come; a pause that lasts ends now. */
    private String reached(int now) {
        if (waiting || stopped) {
            interrupted.set(since - story.start(), now - story.start());
        }
        String highest = null;
        for (String level : levels()) {
            highest = momentOf(story.shares().get(level)) <= millis(now) ? level : highest;
        }
        return highest;
    }

    private List<String> levels() {
        return new ArrayList<>(story.shares().keySet());
    }

    private long momentOf(BigDecimal share) {
        boolean whole = share.compareTo(BigDecimal.ONE) == 0;
        if (days > 0 && whole) {
            return millis(endOfLastDay());
        }
        long allowed = days > 0 ? counted(endOfLastDay()) : minutes * 60_000L;
        long needed = share.multiply(BigDecimal.valueOf(allowed)).longValueExact();
        long counted = 0;
        for (int tick = started; tick < PlainCalendar.TICKS; tick++) {
            if (counts(tick)) {
                if (counted + PlainCalendar.MILLIS >= needed) {
                    return millis(tick) + needed - counted;
                }
                counted += PlainCalendar.MILLIS;
            }
        }
        return Long.MAX_VALUE;
    }

    private long counted(int until) {
        long counted = 0;
        for (int tick = started; tick < until; tick++) {
            counted += counts(tick) ? PlainCalendar.MILLIS : 0;
        }
        return counted;
    }

    private boolean counts(int tick) {
        return calendar.isOpen(tick) && !interrupted.get(tick - story.start());
    }

    /**
     * Day by day: the day it began does not count, nor a day on which it waited in the morning; and the last day may not end
     * in a pause.
     */
    private int endOfLastDay() {
        int left = days;
        for (LocalDate day = calendar.dateOf(started).plusDays(1);; day = day.plusDays(1)) {
            if (!calendar.isWorked(day)) {
                continue;
            }
            LocalDate today = day;
            int closing = calendar.closingOf(day);
            boolean waitedInTheMorning = pauses.stream().anyMatch(pause -> calendar.dateOf(pause[0]).isBefore(today)
                    && !calendar.dateOf(pause[1]).isBefore(today));
            if (!waitedInTheMorning) {
                left--;
            }
            if (left <= 0 && pauses.stream().noneMatch(pause -> pause[0] < closing && closing <= pause[1])) {
                return closing;
            }
        }
    }

    private static long millis(int tick) {
        return (long) tick * PlainCalendar.MILLIS;
    }
}
