package org.complaintdesk.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Which alarms are to come, and which come now. */
@Component
class ClockAlarms {

    private final LockedClocks clocks;
    private final ClockStore store;
    private final ApplicationEventPublisher events;

    ClockAlarms(LockedClocks clocks, ClockStore store, ApplicationEventPublisher events) {
        this.clocks = clocks;
        this.store = store;
        this.events = events;
    }

    Instant nextReminder(String caseNumber, int supervised) {
        return next(caseNumber, kept -> kept.key().subject().isEmpty(), (kept, level) -> kept.escalates(level)
                ? kept.escalates(level, supervised) : kept.key().name().isOfTheCase());
    }

    Instant nextEscalation(String caseNumber) {
        return nextEscalation(caseNumber, 0);
    }

    Instant nextEscalation(String caseNumber, int levelSoFar) {
        return next(caseNumber, kept -> true, (kept, level) -> kept.escalates(level) && level.escalation() > levelSoFar);
    }

    Instant next(ClockKey key) {
        return next(key.caseNumber(), kept -> kept.key().equals(key), (kept, level) -> !kept.escalates(level));
    }

    Instant nextBreach(ClockKey key, int upTo) {
        return next(key.caseNumber(), kept -> kept.key().equals(key), (kept, level) -> kept.escalates(level, upTo));
    }

    List<RaisedAlarm> raiseReminders(String caseNumber, int supervised) {
        Collection<KeptClock> all = clocks.of(caseNumber);
        // Who comes first, this or the escalation, makes no difference: what goes further covers what does not.
        boolean further = all.stream().anyMatch(kept -> kept.due(clocks.now()).stream().map(Alarm::level)
                .anyMatch(level -> kept.escalates(level) && !kept.escalates(level, supervised)));
        List<RaisedAlarm> raised = new ArrayList<>();
        all.stream().filter(kept -> kept.key().name().isOfTheCase()).map(this::remind).forEach(raised::addAll);
        all.stream().filter(kept -> kept.key().subject().isEmpty()).forEach(kept -> {
            List<Alarm> due = breaches(kept, supervised);
            raised.addAll(raise(kept.key(), due, alarm -> !further && alarm.equals(highest(due))));
        });
        return raised;
    }

    List<RaisedAlarm> raise(ClockKey key) {
        return clocks.find(key).map(this::remind).orElse(List.of());
    }

    List<RaisedAlarm> raiseBreaches(ClockKey key, int upTo) {
        List<Alarm> due = clocks.find(key).map(kept -> breaches(kept, upTo)).orElse(List.of());
        return raise(key, due, alarm -> alarm.equals(highest(due)));
    }

    List<RaisedAlarm> raiseEscalation(String caseNumber, int levelSoFar) {
        Instant now = clocks.now();
        List<Owed> owed = clocks.of(caseNumber).stream().flatMap(kept -> kept.due(now).stream()
                .filter(alarm -> kept.escalates(alarm.level())).map(alarm -> new Owed(kept.key(), alarm))).toList();
        Owed highest = owed.stream().filter(one -> one.alarm().level().escalation() > levelSoFar)
                .max(Comparator.comparing((Owed one) -> one.alarm().level())
                        .thenComparing(one -> one.alarm().at(), Comparator.reverseOrder()))
                .orElse(null);
        List<RaisedAlarm> raised = new ArrayList<>();
        for (ClockKey key : owed.stream().map(Owed::key).distinct().toList()) {
            List<Alarm> its = owed.stream().filter(one -> one.key().equals(key)).map(Owed::alarm).toList();
            boolean beside = highest == null || !key.subject().isEmpty();
            raised.addAll(raise(key, its, alarm -> new Owed(key, alarm).equals(highest)
                    || beside && alarm.equals(highest(its))));
        }
        return raised;
    }

    private List<Alarm> breaches(KeptClock kept, int upTo) {
        return kept.due(clocks.now()).stream().filter(alarm -> kept.escalates(alarm.level(), upTo)).toList();
    }

    /** @param due the lowest level first, not empty */
    private static Alarm highest(List<Alarm> due) {
        return due.get(due.size() - 1);
    }

    private record Owed(ClockKey key, Alarm alarm) {
    }

    private List<RaisedAlarm> remind(KeptClock kept) {
        List<Alarm> due = kept.due(clocks.now());
        if (due.isEmpty()) {
            return List.of();
        }
        Alarm highest = highest(due);
        boolean passed = kept.raised().stream().anyMatch(level -> level.compareTo(highest.level()) > 0);
        List<Alarm> reminders = due.stream().filter(alarm -> !kept.escalates(alarm.level())).toList();
        return raise(kept.key(), reminders, alarm -> !passed && alarm.equals(highest));
    }

    private List<RaisedAlarm> raise(ClockKey key, List<Alarm> due, Predicate<Alarm> announced) {
        if (due.isEmpty()) {
            return List.of();
        }
        KeptClock kept = clocks.find(key).orElseThrow();
        Instant now = clocks.now();
        Set<AlarmLevel> levels = EnumSet.noneOf(AlarmLevel.class);
        List<RaisedAlarm> raised = new ArrayList<>();
        for (Alarm alarm : due) {
            if (levels.add(alarm.level())) {
                RaisedAlarm noted = new RaisedAlarm(key, alarm.level(), kept.run(), alarm.at(), now, kept.clock().dueAt(now),
                        kept.escalates(alarm.level()), !announced.test(alarm));
                store.add(kept.id(), noted);
                raised.add(noted);
            }
        }
        clocks.note(kept, kept.raised(levels));
        List<RaisedAlarm> told = raised.stream().filter(alarm -> !alarm.covered()).toList();
        told.forEach(alarm -> events.publishEvent(new AlarmRaised(alarm)));
        return told;
    }

    private Instant next(String caseNumber, Predicate<KeptClock> which, BiPredicate<KeptClock, AlarmLevel> alarms) {
        List<KeptClock> locked = ClocksInHand.locked(caseNumber);
        Instant now = clocks.now();
        return (locked == null ? store.of(caseNumber) : locked).stream().filter(which)
                .flatMap(kept -> kept.next(level -> alarms.test(kept, level), now).stream()).min(Comparator.naturalOrder())
                .orElse(ClockTimes.NEVER);
    }
}
