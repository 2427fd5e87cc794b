package org.complaintdesk.deadline;

import java.time.Instant;
import java.util.Optional;
import org.complaintdesk.deadline.KeptClock.Held;
import org.springframework.stereotype.Component;

/** How clocks begin, and begin again. */
@Component
class ClockStarts {

    private final LockedClocks clocks;
    private final ServiceLevels levels;

    ClockStarts(LockedClocks clocks, ServiceLevels levels) {
        this.clocks = clocks;
        this.levels = levels;
    }

    void start(ClockKey key, CaseTraits traits, Instant at, String by, String why) {
        Optional<KeptClock> known = clocks.find(key);
        if (known.isPresent()) {
            again(known.get(), traits, at, by, why);
            return;
        }
        ServiceLevel level = levels.of(key.name(), traits, at, clocks.rules(levels::latest));
        CaseClock begun = CaseClock.start(key.name().name(), level.terms(), at, clocks.now(), by, why);
        if (!clocks.begin(KeptClock.begin(key, traits, begun, Held.by(level)))) {
            start(key, traits, at, by, why);
        }
    }

    void startUntil(ClockKey key, CaseTraits traits, Instant due, String by, String why) {
        Instant now = clocks.now();
        Optional<KeptClock> known = clocks.find(key);
        if (known.filter(kept -> !kept.clock().isStopped()).isPresent()) {
            clocks.put(known.get(), ClockTerms.due(known.get(), due, now, by, why));
            return;
        }
        ServiceLevel level = levels.of(key.name(), traits, now, clocks.rules(levels::latest));
        Terms terms = ClockTerms.between(level.terms(), now, due);
        Held held = Held.by(level).dueSet(true);
        if (known.isPresent()) {
            CaseClock started = known.get().clock().startAgain(terms, now, now, by, why);
            clocks.put(known.get(), known.get().again(started, traits, held));
        } else if (!clocks.begin(KeptClock.begin(key, traits,
                CaseClock.start(key.name().name(), terms, now, now, by, why), held))) {
            startUntil(key, traits, due, by, why);
        }
    }

    private void again(KeptClock kept, CaseTraits traits, Instant at, String by, String why) {
        if (!kept.clock().isStopped()) {
            return;
        }
        ServiceLevel level = levels.of(kept.key().name(), traits, at, clocks.rules(levels::latest));
        boolean afresh = level.onReopen() == Reopening.AFRESH;
        Instant stopped = kept.clock().stopped().orElseThrow();
        CaseClock started = afresh ? kept.clock().startAgain(level.terms(), at, clocks.now(), by, why)
                : kept.clock().reopen(at.isBefore(stopped) ? stopped : at, Reopening.CONTINUED, by, why);
        clocks.put(kept, kept.again(started, traits, afresh ? Held.by(level) : kept.held()));
    }
}
