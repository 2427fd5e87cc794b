package org.complaintdesk.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.complaintdesk.deadline.ClockView.Pause;
import org.springframework.stereotype.Component;

/** Clocks as people and lists see them. */
@Component
class ClockViews {

    private final ClockStore store;
    private final ClockBoard board;
    private final ServiceLevels levels;
    private final Clock clock;

    ClockViews(ClockStore store, ClockBoard board, ServiceLevels levels, Clock clock) {
        this.store = store;
        this.board = board;
        this.levels = levels;
        this.clock = clock;
    }

    List<ClockView> of(String caseNumber) {
        List<KeptClock> kept = store.of(caseNumber);
        if (kept.isEmpty()) {
            return List.of();
        }
        Map<Long, List<LedgerLine>> ledgers = store.ledgers(caseNumber);
        Map<Long, List<RaisedAlarm>> alarms = store.alarms(caseNumber);
        Instant now = clock.instant();
        return kept.stream().map(one -> view(one, now, ledgers.getOrDefault(one.id(), List.of()),
                alarms.getOrDefault(one.id(), List.of()))).toList();
    }

    List<ClockRow> rows(String caseNumber) {
        List<KeptClock> locked = ClocksInHand.locked(caseNumber);
        Instant now = clock.instant();
        return (locked == null ? store.of(caseNumber) : locked).stream().map(kept -> row(kept, now)).toList();
    }

    List<WhatIf> whatIf(String caseNumber, Supposition supposed) {
        Instant now = clock.instant();
        return store.of(caseNumber).stream().filter(kept -> !kept.clock().isStopped())
                .map(kept -> whatIf(kept, supposed, now)).toList();
    }

    List<ListedClock> board(BoardQuery query) {
        Instant now = clock.instant();
        return board.find(query, now).stream().map(kept -> new ListedClock(row(kept, now), kept.clock().remaining(now),
                Calendars.sheet(kept.clock().terms().calendar()))).toList();
    }

    long count(BoardQuery query, int most) {
        return board.count(query, most, clock.instant());
    }

    private WhatIf whatIf(KeptClock kept, Supposition supposed, Instant now) {
        CaseClock then = kept.clock();
        if (supposed.traits() != null && !kept.held().dueSet()) {
            Terms terms = levels.of(kept.key().name(), kept.traits(supposed.traits()), then.started(),
                    levels.version(kept.held().tableVersion())).terms();
            then = then.change(terms, now, "system", "WHAT_IF");
        }
        if (supposed.target() != null) {
            Terms terms = then.terms();
            then = then.change(new Terms(terms.rule(), Target.parse(supposed.target()), terms.calendar(), terms.alarms()), now,
                    "system", "WHAT_IF");
        }
        if (supposed.waitsUntil() != null && supposed.waitsUntil().isAfter(now)) {
            CaseClock waiting = then.isWaiting() ? then : then.pause(now, "system", "WHAT_IF");
            then = waiting.resume(supposed.waitsUntil(), "system", "WHAT_IF");
        }
        return new WhatIf(kept.key(), kept.clock().dueAt(now), then.dueAt(now), then.terms().target().toString(),
                then.terms().rule().name(), then.terms().rule().version(), Calendars.sheet(then.terms().calendar()),
                then.overdue(now));
    }

    private static ClockRow row(KeptClock kept, Instant now) {
        CaseClock clock = kept.clock();
        return new ClockRow(kept.key(), kept.state(), kept.traits(), clock.started(), clock.dueAt(now),
                clock.stopped().orElse(null), clock.overdue(now), clock.level(now).orElse(null), kept.held().onBreach(),
                clock.terms().rule().name(), kept.waits(), !clock.unpublishedYears(now).isEmpty());
    }

    private static ClockView view(KeptClock kept, Instant now, List<LedgerLine> ledger, List<RaisedAlarm> alarms) {
        CaseClock clock = kept.clock();
        Terms terms = clock.terms();
        List<Pause> pauses = clock.pauses().stream().map(pause -> new Pause(PauseReason.read(pause.why()), pause.by(),
                pause.from(), pause.to())).toList();
        return new ClockView(kept.key(), kept.state(), kept.run(), clock.started(), clock.stopped().orElse(null),
                clock.dueAt(now), kept.held().dueSet(), clock.allowed(now), clock.elapsed(now), clock.remaining(now),
                clock.overdue(now), clock.level(now).orElse(null), terms.target().toString(), terms.rule().name(),
                terms.rule().version(), Calendars.sheet(terms.calendar()), kept.held().onBreach(), kept.waits(), pauses,
                clock.unpublishedYears(now), ledger, alarms);
    }
}
