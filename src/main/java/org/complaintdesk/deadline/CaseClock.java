package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.complaintdesk.deadline.Interruption.Kind;
import org.complaintdesk.deadline.calendar.BusinessCalendar;

/**
 * One clock of one case, as a value: every change gives a new one. Its times are never stored but follow from what
 * happened, all of it, the pauses too, measured on the calendar it has now. So a change of target or calendar counts
 * from the start, and no pause is lost by it.
 *
 * <p>It runs, waits or is stopped. While it waits its due moment moves on with {@code now}, as if it ran again at once;
 * once stopped, what is due and passed stays as it was then.
 *
 * @param name what is to be done in time, such as {@code SETTLEMENT}
 * @param started the moment time is counted from
 * @param interruptions in order, not overlapping, since {@code started}; only the last one may last
 * @param watchedFrom alarms whose moment is not after this are never raised: when the clock was written down, changed
 *         or taken up again, they were past already
 * @param ledger what happened, in the order it was written down
 */
record CaseClock(String name, Terms terms, Instant started, List<Interruption> interruptions, Instant watchedFrom,
        List<LedgerEntry> ledger) {

    private static final int NANOS = 9;

    /** @throws IllegalArgumentException when the interruptions overlap, or begin before the clock */
    CaseClock {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("A clock needs a name");
        }
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(watchedFrom, "watchedFrom");
        interruptions = List.copyOf(interruptions);
        ledger = List.copyOf(ledger);
        Instant free = started;
        for (Interruption interruption : interruptions) {
            if (free == null || interruption.from().isBefore(free)) {
                throw new IllegalArgumentException("The clock " + name
                        + " is already interrupted, or not yet started, at " + interruption.from());
            }
            free = interruption.to();
        }
    }

    /**
     * @param at the moment time is counted from; may be before {@code now}, for a case that came in earlier
     * @param now the moment it is written down: no alarm from before is raised
     */
    static CaseClock start(String name, Terms terms, Instant at, Instant now, String by, String why) {
        Instant watchedFrom = at.isAfter(now) ? at : now;
        return new CaseClock(name, terms, at, List.of(), watchedFrom,
                List.of(new LedgerEntry(ClockChange.STARTED, at, now, by, why, terms)));
    }

    /** @throws IllegalStateException when it does not run */
    CaseClock pause(Instant at, String by, String why) {
        require(isRunning(), "be paused");
        Interruption wait = new Interruption(Kind.WAITING, at, null, by, why);
        return with(added(wait), watchedFrom, ClockChange.PAUSED, at, at, by, why);
    }

    /** @throws IllegalStateException when it does not wait */
    CaseClock resume(Instant at, String by, String why) {
        require(isWaiting(), "go on");
        return with(endedAt(at), watchedFrom, ClockChange.RESUMED, at, at, by, why);
    }

    /**
     * Stops it for good, also while it waits.
     *
     * @throws IllegalStateException when it is stopped already
     */
    CaseClock stop(Instant at, String by, String why) {
        require(!isStopped(), "be stopped");
        List<Interruption> all = new ArrayList<>(isWaiting() ? endedAt(at) : interruptions);
        all.add(new Interruption(Kind.STOPPED, at, null, by, why));
        return with(all, watchedFrom, ClockChange.STOPPED, at, at, by, why);
    }

    /** @throws IllegalStateException when it is not stopped */
    CaseClock reopen(Instant at, Reopening how, String by, String why) {
        require(isStopped(), "be reopened");
        List<Interruption> ended = endedAt(at);
        return switch (how) {
            case CONTINUED -> with(ended, at, ClockChange.REOPENED, at, at, by, why);
            case AFRESH -> new CaseClock(name, terms, at, List.of(), at, noted(ClockChange.REOPENED, at, at, by, why, terms));
        };
    }

    /**
     * Starts it anew, all of its story kept: the whole of the given terms again.
     *
     * @throws IllegalStateException when it is not stopped
     */
    CaseClock startAgain(Terms other, Instant at, Instant now, String by, String why) {
        require(isStopped(), "be started again");
        return new CaseClock(name, other, at, List.of(), at.isAfter(now) ? at : now,
                noted(ClockChange.REOPENED, at, now, by, why, other));
    }

    /** Holds it to other terms from its start on; what was past before stays without alarm. */
    CaseClock change(Terms other, Instant now, String by, String why) {
        return change(ClockChange.TERMS_CHANGED, other, now, by, why);
    }

    /** @param what why the terms are others: how the ledger calls it */
    CaseClock change(ClockChange what, Terms other, Instant now, String by, String why) {
        return new CaseClock(name, other, started, interruptions, laterWatch(now),
                noted(what, now, now, by, why, other));
    }

    /**
     * Puts right when a pause was, which has ended.
     *
     * @param pause one of {@link #interruptions}
     * @throws IllegalArgumentException when there is no such pause, it lasts, or would overlap with another
     */
    CaseClock correct(Interruption pause, Instant from, Instant to, Instant now, String by, String why) {
        int index = interruptions.indexOf(pause);
        if (index < 0 || pause.kind() != Kind.WAITING || pause.lasts()) {
            throw new IllegalArgumentException("The clock " + name + " has no such ended pause: " + pause);
        }
        List<Interruption> corrected = new ArrayList<>(interruptions);
        corrected.set(index, new Interruption(Kind.WAITING, from, to, pause.by(), pause.why()));
        return with(corrected, laterWatch(now), ClockChange.PAUSE_CORRECTED, from, now, by, why);
    }

    /**
     * Puts right when it was started.
     *
     * @throws IllegalArgumentException when that is in the future, or after it was first interrupted
     */
    CaseClock correctStart(Instant at, Instant now, String by, String why) {
        if (at.isAfter(now)) {
            throw new IllegalArgumentException("The clock " + name + " cannot have started in the future: " + at);
        }
        return new CaseClock(name, terms, at, interruptions, laterWatch(now),
                noted(ClockChange.START_CORRECTED, at, now, by, why, terms));
    }

    /**
     * Puts right when it was stopped.
     *
     * @throws IllegalStateException when it is not stopped
     * @throws IllegalArgumentException when that is in the future, or before the interruption before, or its start
     */
    CaseClock correctStop(Instant at, Instant now, String by, String why) {
        require(isStopped(), "have its stop corrected");
        if (at.isAfter(now) || at.isBefore(started)) {
            throw new IllegalArgumentException("The clock " + name + " cannot have been stopped at " + at);
        }
        List<Interruption> corrected = new ArrayList<>(interruptions);
        Interruption stop = corrected.remove(corrected.size() - 1);
        corrected.add(new Interruption(Kind.STOPPED, at, null, stop.by(), stop.why()));
        return with(corrected, watchedFrom, ClockChange.STOP_CORRECTED, at, now, by, why);
    }

    /** @return the same without the lines of its story, for whoever has kept them elsewhere */
    CaseClock withoutLedger() {
        return new CaseClock(name, terms, started, interruptions, watchedFrom, List.of());
    }

    boolean isRunning() {
        return last().isEmpty();
    }

    boolean isWaiting() {
        return last().filter(interruption -> interruption.kind() == Kind.WAITING).isPresent();
    }

    boolean isStopped() {
        return stopped().isPresent();
    }

    /** @return when it was stopped, if it is */
    Optional<Instant> stopped() {
        return last().filter(interruption -> interruption.kind() == Kind.STOPPED).map(Interruption::from);
    }

    /** @return the pauses since it was started, or last reopened afresh; the times it was stopped are not among them */
    List<Interruption> pauses() {
        return interruptions.stream().filter(interruption -> interruption.kind() == Kind.WAITING).toList();
    }

    /** @return the last moment that is in time */
    Instant dueAt(Instant now) {
        if (terms.target() instanceof Target.WorkingDays target) {
            return running(now).endOfWorkingDay(target.days());
        }
        return running(now).whenPassed(((Target.OpenTime) terms.target()).time());
    }

    /** @return the open time up to the due moment in which the clock runs; for working days, that of those days */
    Duration allowed(Instant now) {
        return terms.target() instanceof Target.OpenTime target ? target.time() : running(now).passed(dueAt(now));
    }

    /** @return the open time in which it has run; zero before it starts */
    Duration elapsed(Instant now) {
        return running(now).passed(counted(now));
    }

    /** @return the open time that is left; negative when overdue by that much */
    Duration remaining(Instant now) {
        return allowed(now).minus(elapsed(now));
    }

    /** @return whether the due moment has gone by, or had when it was stopped; done at the due moment is in time */
    boolean overdue(Instant now) {
        return counted(now).isAfter(dueAt(now));
    }

    /** @return the years without published holidays that what is due was counted through; it is provisional then */
    SortedSet<Integer> unpublishedYears(Instant now) {
        return terms.calendar().unpublishedYears(started, dueAt(now));
    }

    /**
     * @return the alarms whose moment is still to come if nothing happens, the next one first; none while it waits or
     *         is stopped
     */
    List<Alarm> alarmsAhead(Instant now) {
        return alarms(now).filter(alarm -> alarm.at().isAfter(now)).toList();
    }

    /**
     * @param raised the levels that have been raised for this clock
     * @return the alarms to raise now, from their very moment on; none while it waits or is stopped
     */
    List<Alarm> alarmsDue(Instant now, Collection<AlarmLevel> raised) {
        return alarms(now).filter(alarm -> !alarm.at().isAfter(now) && !raised.contains(alarm.level())).toList();
    }

    /**
     * The level it stands at, alarm or not: for lists, and for telling once of a change that has put a clock behind.
     *
     * @return the highest level whose moment has gone by
     */
    Optional<AlarmLevel> level(Instant now) {
        Instant counted = counted(now);
        return terms.alarms().shares().keySet().stream().filter(level -> counted.isAfter(moment(level, now)))
                .reduce((lower, higher) -> higher);
    }

    /** @return the highest level whose moment has come: {@link #level}, and a moment that is just now counts */
    Optional<AlarmLevel> reached(Instant now) {
        Instant counted = counted(now);
        return terms.alarms().shares().keySet().stream().filter(level -> !moment(level, now).isAfter(counted))
                .reduce((lower, higher) -> higher);
    }

    /** @return the time from its start to then on another calendar, without what it was interrupted */
    Duration until(Instant moment, BusinessCalendar other, Instant now) {
        return new RunningTime(other, started, interruptions, now).passed(moment);
    }

    private Stream<Alarm> alarms(Instant now) {
        if (!isRunning()) {
            return Stream.empty();
        }
        return terms.alarms().shares().keySet().stream().map(level -> new Alarm(level, moment(level, now)))
                .filter(alarm -> alarm.at().isAfter(watchedFrom));
    }

    private Instant moment(AlarmLevel level, Instant now) {
        BigDecimal share = terms.alarms().shares().get(level);
        return share.compareTo(BigDecimal.ONE) == 0 ? dueAt(now) : running(now).whenPassed(share(allowed(now), share));
    }

    private static Duration share(Duration whole, BigDecimal share) {
        BigDecimal seconds = BigDecimal.valueOf(whole.getSeconds()).add(BigDecimal.valueOf(whole.getNano(), NANOS));
        return Duration.ofNanos(
                seconds.multiply(share).movePointRight(NANOS).setScale(0, RoundingMode.DOWN).longValueExact());
    }

    private RunningTime running(Instant now) {
        return new RunningTime(terms.calendar(), started, interruptions, now);
    }

    private Instant counted(Instant now) {
        return stopped().filter(now::isAfter).orElse(now);
    }

    private Instant laterWatch(Instant now) {
        return now.isAfter(watchedFrom) ? now : watchedFrom;
    }

    private Optional<Interruption> last() {
        return interruptions.isEmpty() ? Optional.empty()
                : Optional.of(interruptions.get(interruptions.size() - 1)).filter(Interruption::lasts);
    }

    private List<Interruption> added(Interruption interruption) {
        List<Interruption> all = new ArrayList<>(interruptions);
        all.add(interruption);
        return all;
    }

    private List<Interruption> endedAt(Instant at) {
        List<Interruption> all = new ArrayList<>(interruptions);
        all.set(all.size() - 1, all.get(all.size() - 1).endedAt(at));
        return all;
    }

    private CaseClock with(List<Interruption> all, Instant watch, ClockChange what, Instant at, Instant recorded, String by,
            String why) {
        return new CaseClock(name, terms, started, all, watch, noted(what, at, recorded, by, why, terms));
    }

    private List<LedgerEntry> noted(ClockChange what, Instant at, Instant recorded, String by, String why, Terms held) {
        List<LedgerEntry> all = new ArrayList<>(ledger);
        all.add(new LedgerEntry(what, at, recorded, by, why, held));
        return all;
    }

    private void require(boolean possible, String what) {
        if (!possible) {
            throw new IllegalStateException("The clock " + name + " cannot " + what + ": it "
                    + (isStopped() ? "is stopped" : isWaiting() ? "waits" : "runs"));
        }
    }
}
