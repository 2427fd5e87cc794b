package org.complaintdesk.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.complaintdesk.platform.DecisionTables.Version;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The clocks of a case for whoever changes them: locked until the transaction ends, written at once or together. */
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

    /** The case begins in this transaction: nobody else knows it, and it has no clocks yet. */
    void caseBegins(String caseNumber) {
        inHand().hold(caseNumber, List.of());
    }

    /**
     * Writes what is done to the case's clocks meanwhile in one statement. The case is locked.
     *
     * @throws OptimisticLockingFailureException when somebody has begun a clock without locking the case
     */
    void together(String caseNumber, Runnable work) {
        ClocksInHand inHand = inHand();
        if (inHand.gathered(caseNumber) != null) {
            work.run();
            return;
        }
        inHand.gather(caseNumber);
        work.run();
        if (!write(caseNumber, inHand.takeGathered(caseNumber))) {
            throw new OptimisticLockingFailureException("Somebody else has begun a clock of " + caseNumber);
        }
    }

    /** @return false when another transaction was faster to begin it, and it is there now */
    boolean begin(KeptClock begun) {
        String caseNumber = begun.key().caseNumber();
        ClocksInHand inHand = inHand(caseNumber);
        if (!keep(begun)) {
            inHand.hold(caseNumber, store.lock(caseNumber));
            return false;
        }
        inHand.moved(caseNumber);
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
        keep(after);
        return true;
    }

    private boolean keep(KeptClock clock) {
        String caseNumber = clock.key().caseNumber();
        ClocksInHand inHand = inHand(caseNumber);
        UnwrittenClocks gathered = inHand.gathered(caseNumber);
        UnwrittenClocks all = gathered == null ? new UnwrittenClocks() : gathered;
        inHand.of(caseNumber).put(clock.key(), all.add(clock, now()));
        return gathered != null || write(caseNumber, all);
    }

    private boolean write(String caseNumber, UnwrittenClocks unwritten) {
        if (unwritten.clocks().isEmpty()) {
            return true;
        }
        Map<ClockKey, Long> ids = store.write(caseNumber, unwritten, now());
        Map<ClockKey, KeptClock> held = inHand(caseNumber).of(caseNumber);
        ids.forEach((key, id) -> held.computeIfPresent(key, (same, kept) -> kept.withId(id)));
        return ids.size() == unwritten.clocks().size();
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
