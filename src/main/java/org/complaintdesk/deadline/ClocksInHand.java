package org.complaintdesk.deadline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.complaintdesk.platform.DecisionTables.Version;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The clocks this transaction has locked: they are read once, however much happens to them. What has moved is told when
 * all of it has happened, just before the transaction commits.
 */
final class ClocksInHand implements TransactionSynchronization {

    private final Map<String, Map<ClockKey, KeptClock>> cases = new HashMap<>();
    private final Map<String, UnwrittenClocks> unwritten = new HashMap<>();
    private final Set<String> moved = new LinkedHashSet<>();
    private final Consumer<String> told;
    private Version rules;

    private ClocksInHand(Consumer<String> told) {
        this.told = told;
    }

    /** @param told hears of each case whose clocks have moved */
    static ClocksInHand ofThisTransaction(Consumer<String> told) {
        ClocksInHand inHand = current();
        if (inHand == null) {
            inHand = new ClocksInHand(told);
            TransactionSynchronizationManager.registerSynchronization(inHand);
            inHand.resume();
        }
        return inHand;
    }

    /** @return the case's clocks if this transaction has locked them, otherwise null */
    static List<KeptClock> locked(String caseNumber) {
        ClocksInHand inHand = current();
        return inHand == null || !inHand.cases.containsKey(caseNumber) ? null
                : new ArrayList<>(inHand.cases.get(caseNumber).values());
    }

    boolean holds(String caseNumber) {
        return cases.containsKey(caseNumber);
    }

    void hold(String caseNumber, List<KeptClock> clocks) {
        Map<ClockKey, KeptClock> byKey = new LinkedHashMap<>();
        clocks.forEach(clock -> byKey.put(clock.key(), clock));
        cases.put(caseNumber, byKey);
    }

    Map<ClockKey, KeptClock> of(String caseNumber) {
        return cases.get(caseNumber);
    }

    /** What is done to the case's clocks is written later. */
    void gather(String caseNumber) {
        unwritten.put(caseNumber, new UnwrittenClocks());
    }

    /** @return null when everything is to be written at once */
    UnwrittenClocks gathered(String caseNumber) {
        return unwritten.get(caseNumber);
    }

    UnwrittenClocks takeGathered(String caseNumber) {
        return unwritten.remove(caseNumber);
    }

    /** @return the version of the rules that counts in this transaction: the same for all that begins in it */
    Version rules(Supplier<Version> latest) {
        rules = rules == null ? latest.get() : rules;
        return rules;
    }

    void moved(String caseNumber) {
        moved.add(caseNumber);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        while (!moved.isEmpty()) {
            String next = moved.iterator().next();
            moved.remove(next);
            told.accept(next);
        }
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(ClocksInHand.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(ClocksInHand.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(ClocksInHand.class);
    }

    private static ClocksInHand current() {
        return (ClocksInHand) TransactionSynchronizationManager.getResource(ClocksInHand.class);
    }
}
