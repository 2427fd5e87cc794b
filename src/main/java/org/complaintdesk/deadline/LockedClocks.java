package org.complaintdesk.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.complaintdesk.platform.DecisionTables.Version;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The clocks of a case for whoever changes them: locked until the transaction ends, written at once. */
@Component
class LockedClocks {

    private final ClockStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LockedClocks(ClockStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** @return every clock of the case */
    Collection<KeptClock> of(String caseNumber) {
        return List.copyOf(inHand(caseNumber).of(caseNumber).values());
    }

    Optional<KeptClock> find(ClockKey key) {
        return Optional.ofNullable(inHand(key.caseNumber()).of(key.caseNumber()).get(key));
    }

    /** @return false when another transaction was faster to begin it, and it is there now */
    boolean begin(KeptClock begun) {
        ClocksInHand inHand = inHand(begun.key().caseNumber());
        Optional<KeptClock> kept = store.add(begun, clock.instant());
        if (kept.isEmpty()) {
            inHand.hold(begun.key().caseNumber(), store.lock(begun.key().caseNumber()));
            return false;
        }
        inHand.of(begun.key().caseNumber()).put(begun.key(), kept.get());
        inHand.moved(begun.key().caseNumber());
        return true;
    }

    /** Changes a clock, if there is one; a change that gives the same clock changes nothing. */
    void change(ClockKey key, UnaryOperator<KeptClock> change) {
        find(key).ifPresent(kept -> put(kept, change.apply(kept)));
    }

    void put(KeptClock before, KeptClock after) {
        if (note(before, after)) {
            inHand(after.key().caseNumber()).moved(after.key().caseNumber());
        }
    }

    /** The same for what moves no timer by itself. */
    boolean note(KeptClock before, KeptClock after) {
        if (after == before) {
            return false;
        }
        KeptClock kept = store.update(after, clock.instant());
        inHand(after.key().caseNumber()).of(after.key().caseNumber()).put(after.key(), kept);
        return true;
    }

    /** Only timers of a clock with a flow of its own ask for the level, and those of what takes the case no further. */
    void levelChanged(String caseNumber, int level) {
        Instant now = now();
        if (of(caseNumber).stream().anyMatch(kept -> kept.key().subject().isEmpty()
                ? kept.next(missed -> kept.escalates(missed, level), now).isPresent() : !kept.clock().isStopped())) {
            moved(caseNumber);
        }
    }

    /** Its timers look again, whatever has changed. */
    void moved(String caseNumber) {
        inHand(caseNumber).moved(caseNumber);
    }

    Instant now() {
        return clock.instant();
    }

    /** @return the version of the rules for what begins in this transaction */
    Version rules(Supplier<Version> latest) {
        return inHand().rules(latest);
    }

    private ClocksInHand inHand() {
        return ClocksInHand.ofThisTransaction(moved -> events.publishEvent(new ClocksMoved(moved)));
    }

    private ClocksInHand inHand(String caseNumber) {
        ClocksInHand inHand = inHand();
        if (!inHand.holds(caseNumber)) {
            inHand.hold(caseNumber, store.lock(caseNumber));
        }
        return inHand;
    }
}
