package org.complaintdesk.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.complaintdesk.deadline.ClockView.Wait;

/**
 * A clock as it is kept, with what decides on it beside its times; every change gives a new one.
 *
 * @param id      0 before it is kept
 * @param run     how often it was started, each time with alarms of its own
 * @param waits   what it waits for: it runs again when the last of them ends
 * @param raised  the levels that were raised in this run
 * @param behind  the level a change has put it at, still to be told once; null when there is none
 */
record KeptClock(long id, ClockKey key, int run, CaseClock clock, CaseTraits traits, Held held, List<Wait> waits,
        Set<AlarmLevel> raised, Alarm behind) {

    /**
     * What the table said beside the terms.
     *
     * @param tableVersion   the version of the table it began under
     * @param checkedVersion the latest version it was looked at with
     * @param dueSet         whether a person set the due moment, so that the table's target does not count
     */
    record Held(String tableVersion, String checkedVersion, OnBreach onBreach, boolean dueSet) {

        static Held by(ServiceLevel level) {
            return new Held(level.tableVersion(), level.tableVersion(), level.onBreach(), false);
        }

        Held dueSet(boolean set) {
            return new Held(tableVersion, checkedVersion, onBreach, set);
        }

        Held checked(String version) {
            return new Held(tableVersion, version, onBreach, dueSet);
        }
    }

    KeptClock {
        waits = List.copyOf(waits);
        EnumSet<AlarmLevel> levels = EnumSet.noneOf(AlarmLevel.class);
        levels.addAll(raised);
        raised = levels;
    }

    static KeptClock begin(ClockKey key, CaseTraits traits, CaseClock clock, Held held) {
        return new KeptClock(0, key, 1, clock, traits, held, List.of(), Set.of(), null);
    }

    boolean isKept() {
        return id != 0;
    }

    ClockState state() {
        return clock.isStopped() ? ClockState.STOPPED : clock.isWaiting() ? ClockState.WAITING : ClockState.RUNNING;
    }

    /** Starts a stopped one; its alarms are raised anew. */
    KeptClock again(CaseClock started, CaseTraits now, Held by) {
        return new KeptClock(id, key, run + 1, started, now, by, List.of(), Set.of(), null);
    }

    KeptClock pause(Instant now, String by, PauseReason reason) {
        if (clock.isStopped() || waits.stream().anyMatch(wait -> wait.reason().equals(reason))) {
            return this;
        }
        List<Wait> more = new ArrayList<>(waits);
        more.add(new Wait(reason, by, now));
        return with(waits.isEmpty() ? clock.pause(now, by, reason.text()) : clock).waitingFor(more);
    }

    /** @param ended which of its waits end; a further one goes on under its own name from now */
    KeptClock resume(Instant now, String by, String why, PauseReason ended) {
        List<Wait> left = waits.stream().filter(wait -> !ended.means(wait.reason())).toList();
        if (left.size() == waits.size()) {
            return this;
        }
        if (!left.isEmpty() && left.get(0).equals(waits.get(0))) {
            return waitingFor(left);
        }
        CaseClock resumed = clock.resume(now, by, why);
        return with(left.isEmpty() ? resumed : resumed.pause(now, left.get(0).by(), left.get(0).reason().text()))
                .waitingFor(left);
    }

    KeptClock stop(Instant now, String by, String why) {
        return clock.isStopped() ? this
                : new KeptClock(id, key, run, clock.stop(now, by, why), traits, held, List.of(), raised, null);
    }

    /** A change of what it is held to, or of what has happened, that may put it behind. */
    KeptClock changed(CaseClock other, Held by, Instant now) {
        KeptClock changed = new KeptClock(id, key, run, other, traits, by, waits, raised, null);
        return changed.behind(this, now);
    }

    /** @return what its case is said to be, as its rules ask for it: a matter's channel is its own */
    CaseTraits traits(CaseTraits ofCase) {
        return key.subject().isEmpty() ? ofCase
                : new CaseTraits(ofCase.severity(), ofCase.category(), traits.channel(), ofCase.shop());
    }

    KeptClock with(CaseTraits other) {
        return new KeptClock(id, key, run, clock, other, held, waits, raised, behind);
    }

    /** The same clock as if it had been held to those terms. */
    KeptClock heldTo(Terms terms) {
        return with(new CaseClock(clock.name(), terms, clock.started(), clock.interruptions(), clock.watchedFrom(),
                clock.ledger()));
    }

    KeptClock checked(String version) {
        return new KeptClock(id, key, run, clock, traits, held.checked(version), waits, raised, behind);
    }

    KeptClock raised(Set<AlarmLevel> more) {
        EnumSet<AlarmLevel> all = EnumSet.copyOf(more);
        all.addAll(raised);
        Alarm left = behind == null || all.contains(behind.level()) ? null : behind;
        return new KeptClock(id, key, run, clock, traits, held, waits, all, left);
    }

    /** Lets the highest level come once more, when all have been raised. */
    KeptClock oneLevelLeft() {
        List<AlarmLevel> breaches = clock.terms().alarms().shares().keySet().stream().filter(AlarmLevel::isBreach).toList();
        if (breaches.isEmpty() || !raised.containsAll(breaches)) {
            return this;
        }
        EnumSet<AlarmLevel> but = EnumSet.copyOf(raised);
        but.remove(breaches.get(breaches.size() - 1));
        return new KeptClock(id, key, run + 1, clock, traits, held, waits, but, behind);
    }

    KeptClock withId(long kept) {
        return new KeptClock(kept, key, run, clock.withoutLedger(), traits, held, waits, raised, behind);
    }

    /** @return the alarms to raise now, the lowest level first; none unless it runs */
    List<Alarm> due(Instant now) {
        if (!clock.isRunning()) {
            return List.of();
        }
        return Stream.concat(clock.alarmsDue(now, raised).stream(), Stream.ofNullable(behind)).sorted(
                Comparator.comparing(Alarm::level)).toList();
    }

    /** @return the moment of the next alarm of these levels, which may have gone by unraised; none unless it runs */
    Optional<Instant> next(Predicate<AlarmLevel> which, Instant now) {
        if (!clock.isRunning()) {
            return Optional.empty();
        }
        return Stream.concat(due(now).stream(), clock.alarmsAhead(now).stream())
                .filter(alarm -> !raised.contains(alarm.level()) && which.test(alarm.level()))
                .map(Alarm::at).min(Comparator.naturalOrder());
    }

    boolean escalates(AlarmLevel level) {
        return level.isBreach() && held.onBreach() == OnBreach.ESCALATE;
    }

    /** @return whether it escalates and takes a case that stands at that level no further */
    boolean escalates(AlarmLevel level, int standing) {
        return escalates(level) && level.escalation() <= standing;
    }

    private KeptClock behind(KeptClock before, Instant now) {
        Optional<AlarmLevel> reached = clock.reached(now);
        if (clock.isStopped() || reached.isEmpty() || raised.stream().anyMatch(level -> level.compareTo(reached.get()) >= 0)) {
            return this;
        }
        boolean owed = !before.due(now).isEmpty() || before.behind != null;
        boolean fell = before.clock.reached(now).map(level -> level.compareTo(reached.get()) < 0).orElse(true);
        return owed || fell
                ? new KeptClock(id, key, run, clock, traits, held, waits, raised, new Alarm(reached.get(), now)) : this;
    }

    private KeptClock with(CaseClock other) {
        return new KeptClock(id, key, run, other, traits, held, waits, raised, behind);
    }

    private KeptClock waitingFor(List<Wait> what) {
        return new KeptClock(id, key, run, clock, traits, held, what, raised, behind);
    }
}
