package org.complaintdesk.ledger;

import java.time.Instant;
import java.util.List;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.ClockView;

/**
 * One clock as pages show it, all in words.
 *
 * @param name      what it measures, with what it is about where a case has several of a kind
 * @param pausedByHand whether somebody has paused it, so that somebody can let it run again
 * @param brief     how it stands, in a few words: what is left, what it waits for, or how it ended
 * @param sentences from its start to its due time with every reason, each a whole sentence
 * @param lines     its ledger, oldest first
 * @param endedPauses the waits that are over, which can be corrected
 */
public record ClockCard(ClockKey key, String name, ClockState state, String stateText, boolean pausedByHand, boolean overdue,
        Instant dueAt, String due, String brief, List<String> sentences, List<String> warnings, List<Line> lines, List<EndedPause> endedPauses) {

    /** @param at in words, with when it was written down if that was later */
    public record Line(String at, String who, String what, String details) {
    }

    /** A wait that is over. */
    public record EndedPause(Instant began, String text) {
    }

    /** @return where its card stands on the page, and what its forms send */
    public String id() {
        return id(key);
    }

    static String id(ClockKey key) {
        return key.subject().isEmpty() ? key.name().name() : key.name() + "-" + key.subject();
    }

    public boolean isStopped() {
        return state == ClockState.STOPPED;
    }

    public boolean isWaiting() {
        return state == ClockState.WAITING;
    }

    static boolean isOpen(ClockView clock) {
        return clock.state() != ClockState.STOPPED;
    }
}
