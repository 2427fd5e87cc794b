package org.complaintdesk.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The clocks of cases. Every change locks the case's clocks until the transaction ends, so that two who change them at
 * once do it one after the other, and tells {@link ClocksMoved} before it commits. Whoever changes the case in the same
 * transaction locks the case first, always in that order.
 *
 * <p>{@code by} is a user id or {@code system}; {@code why} is a word in capitals or a person's own words, at most 500
 * characters. A verb that finds the clock as it should be does nothing.
 */
@Component
@Transactional
public class CaseClocks {

    private final LockedClocks clocks;
    private final ClockStarts starts;
    private final ClockTerms terms;
    private final ClockAlarms alarms;
    private final ClockViews views;
    private final ClockErasure erasure;

    CaseClocks(LockedClocks clocks, ClockStarts starts, ClockTerms terms, ClockAlarms alarms, ClockViews views,
            ClockErasure erasure) {
        this.clocks = clocks;
        this.starts = starts;
        this.terms = terms;
        this.alarms = alarms;
        this.views = views;
        this.erasure = erasure;
    }

    /**
     * Starts a clock, or takes up a stopped one as its rule says: afresh from {@code at}, or with what was left. One that
     * runs or waits stays as it is.
     *
     * @param at the moment time counts from; alarms whose moment is past already are never raised
     */
    public void start(ClockKey key, CaseTraits traits, Instant at, String by, String why) {
        starts.start(key, traits, at, by, why);
    }

    /**
     * Starts a clock whose due moment someone entered; alarms and what a breach does are those of the table. One that runs
     * or waits is due then from now on.
     *
     * @throws IllegalArgumentException when the moment is not after now
     */
    public void startUntil(ClockKey key, CaseTraits traits, Instant due, String by, String why) {
        starts.startUntil(key, traits, due, by, why);
    }

    /** The case begins in this transaction: nobody else knows it yet. */
    public void caseBegins(String caseNumber) {
        clocks.caseBegins(caseNumber);
    }

    /**
     * Writes what is done to the case's clocks meanwhile when all of it has been done; when it fails the transaction does.
     * Whoever does this has locked the case, or it begins in this transaction.
     */
    public void together(String caseNumber, Runnable work) {
        clocks.together(caseNumber, work);
    }

    /** Makes it wait; with several reasons it waits until the last of them ends. */
    public void pause(ClockKey key, String by, PauseReason reason) {
        clocks.change(key, kept -> kept.pause(clocks.now(), by, reason));
    }

    /** Ends one reason to wait: the word, and the detail if one is given, say which. */
    public void resume(ClockKey key, String by, PauseReason ended) {
        resume(key, by, ended, ended.text());
    }

    /** The same at a person's word, who says why. */
    public void resume(ClockKey key, String by, PauseReason ended, String why) {
        clocks.change(key, kept -> kept.resume(clocks.now(), by, why, ended));
    }

    public void stop(ClockKey key, String by, String why) {
        clocks.change(key, kept -> kept.stop(clocks.now(), by, why));
    }

    /** Stops the case's own clocks; what another flow watches, such as a message to be answered or a matter, ends by itself. */
    public void caseEnds(String caseNumber, String by, String why) {
        clocks.of(caseNumber).stream().filter(kept -> kept.key().name().isOfTheCase() && kept.key().subject().isEmpty())
                .forEach(kept -> clocks.put(kept, kept.stop(clocks.now(), by, why)));
    }

    /** The case is another than it was thought: its open clocks are held to what their version of the table says of it. */
    public void reconsider(String caseNumber, CaseTraits traits, String by, String why) {
        clocks.of(caseNumber).forEach(kept -> clocks.put(kept, terms.reconsidered(kept, traits, by, why)));
    }

    /**
     * A supervisor promises a new time. Its next level that was not raised comes at that moment, further ones as far
     * after it as they are apart in the rule. What the table says of its target does not count any more, until it is
     * started afresh.
     *
     * @throws IllegalArgumentException when the moment is not after now
     */
    public void promise(ClockKey key, Instant due, String by, String why) {
        clocks.change(key, kept -> terms.promised(kept, due, by, why));
    }

    /**
     * @param began when the pause began as it stands in the ledger; it must have ended
     * @param to the same as {@code from} when there was none
     * @throws IllegalArgumentException when there is no such pause, or it would overlap with another
     */
    public void correctPause(ClockKey key, Instant began, Instant from, Instant to, String by, String why) {
        clocks.change(key, kept -> terms.pauseCorrected(kept, began, from, to, by, why));
    }

    /** @throws IllegalArgumentException when that is in the future, or after its first pause */
    public void correctStart(ClockKey key, Instant at, String by, String why) {
        clocks.change(key, kept -> kept.changed(kept.clock().correctStart(at, clocks.now(), by, why), kept.held(),
                clocks.now()));
    }

    /**
     * @throws IllegalArgumentException when that is in the future, or before its last pause ended
     * @throws IllegalStateException when it is not stopped
     */
    public void correctStop(ClockKey key, Instant at, String by, String why) {
        clocks.change(key, kept -> kept.changed(kept.clock().correctStop(at, clocks.now(), by, why), kept.held(),
                clocks.now()));
    }

    /** @return the clock with its whole story; empty when it never began */
    @Transactional(readOnly = true)
    public Optional<ClockView> view(ClockKey key) {
        return views.of(key.caseNumber()).stream().filter(view -> view.key().equals(key)).findFirst();
    }

    /** @return the clock as it stands, without its story; empty when it never began */
    @Transactional(readOnly = true)
    public Optional<ClockRow> row(ClockKey key) {
        return rows(key.caseNumber()).stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** @return every clock the case has had as it stands, without their stories: what steps of a flow ask for */
    @Transactional(readOnly = true)
    public List<ClockRow> rows(String caseNumber) {
        return views.rows(caseNumber);
    }

    /** @return whether any clock of the case, running or not, is about something of its own, such as a matter */
    @Transactional(readOnly = true)
    public boolean haveSubjects(String caseNumber) {
        return views.rows(caseNumber).stream().anyMatch(row -> !row.key().subject().isEmpty());
    }

    /** @return every clock the case has had, in the order they began */
    @Transactional(readOnly = true)
    public List<ClockView> of(String caseNumber) {
        return views.of(caseNumber);
    }

    /** @return what would be due when, of the open clocks of the case; nothing is changed */
    @Transactional(readOnly = true)
    public List<WhatIf> whatIf(String caseNumber, Supposition supposed) {
        return views.whatIf(caseNumber, supposed);
    }

    /** @return the clocks the query means, what is due first at the top */
    @Transactional(readOnly = true)
    public List<ListedClock> board(BoardQuery query) {
        return views.board(query);
    }

    /** @return how many clocks the query means, on all its pages; one more than the most stands for all beyond */
    @Transactional(readOnly = true)
    public long count(BoardQuery query, int most) {
        return views.count(query, most);
    }

    /**
     * @param supervised the level whose people have the case before them, 0 for none: a missed due moment that would bring
     *                   it no further is to be told as well
     * @return when the case's own flow has to remind next: a warning of a clock it watches, or a missed due moment that
     *         only reminds; in the past when it should have already, {@link ClockTimes#NEVER} when nothing is to come
     */
    @Transactional(readOnly = true)
    public Instant nextReminder(String caseNumber, int supervised) {
        return alarms.nextReminder(caseNumber, supervised);
    }

    /** @return when the case has to go before the next level, on account of any of its clocks; as above */
    @Transactional(readOnly = true)
    public Instant nextEscalation(String caseNumber) {
        return alarms.nextEscalation(caseNumber);
    }

    /**
     * @param levelSoFar the level of escalation the case stands at, 0 for none
     * @return when it has to go before a higher one; as above
     */
    @Transactional(readOnly = true)
    public Instant nextEscalation(String caseNumber, int levelSoFar) {
        return alarms.nextEscalation(caseNumber, levelSoFar);
    }

    /** @return when to remind of one clock next; as above */
    @Transactional(readOnly = true)
    public Instant nextAlarm(ClockKey key) {
        return alarms.next(key);
    }

    /**
     * @param upTo the level of escalation its case stands at: higher ones take the case itself further
     * @return when a due moment of one clock is missed that takes its case no further; as above
     */
    @Transactional(readOnly = true)
    public Instant nextBreach(ClockKey key, int upTo) {
        return alarms.nextBreach(key, upTo);
    }

    /**
     * @param supervised as with {@link #nextReminder}
     * @return what is to be reminded of now, which is noted as raised; none when a timer came too early, late or twice. Of
     *         several levels of a clock only the highest, the others are covered by it; and what was missed before a
     *         supervisor is covered by what takes the case further at the same moment
     */
    public List<RaisedAlarm> raiseReminders(String caseNumber, int supervised) {
        return alarms.raiseReminders(caseNumber, supervised);
    }

    /**
     * @param levelSoFar the level of escalation the case stands at, 0 for none
     * @return the alarm that takes the case to a higher level, the highest of all that are due, if one does: it covers what
     *         else is due, except for each clock with a subject of its own, such as a matter. When none does, what was
     *         missed of each clock
     */
    public List<RaisedAlarm> raiseEscalation(String caseNumber, int levelSoFar) {
        return alarms.raiseEscalation(caseNumber, levelSoFar);
    }

    /** The same as {@link #raiseReminders}, of one clock. */
    public List<RaisedAlarm> raise(ClockKey key) {
        return alarms.raise(key);
    }

    /** The same as {@link #nextBreach}: what is due of one clock and takes its case no further, the highest level of it. */
    public List<RaisedAlarm> raiseBreaches(ClockKey key, int upTo) {
        return alarms.raiseBreaches(key, upTo);
    }

    /** The case has come before a higher level: what would take it no further is watched by other timers, which ask again. */
    public void levelChanged(String caseNumber, int level) {
        clocks.levelChanged(caseNumber, level);
    }

    /** Takes people's own words out of the ledgers of closed cases, for a person whose data is erased. */
    public void erase(Collection<String> numbers) {
        erasure.erase(numbers);
    }
}
