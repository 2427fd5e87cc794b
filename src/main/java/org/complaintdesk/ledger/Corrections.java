package org.complaintdesk.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.deadline.ClockView.Pause;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a supervisor enters about a clock, checked and done. */
@Component
class Corrections {

    private static final String BY_HAND = "BY_HAND";
    private static final int LONGEST_REASON = 500;
    private static final Duration FURTHEST = Duration.ofDays(365);
    /** A year with a digit missing is not meant, and counting from it would take for ever. */
    private static final Duration LONGEST_AGO = Duration.ofDays(1_000);

    private final Complaints complaints;
    private final CaseClocks clocks;
    private final ClockWords words;
    private final Moments moments;
    private final Wording wording;
    private final Clock clock;

    Corrections(Complaints complaints, CaseClocks clocks, ClockWords words, Moments moments, Wording wording, Clock clock) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.words = words;
        this.moments = moments;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * As the form sends it.
     *
     * @param pause when the pause began that is corrected; null when it is something else
     * @param from  and {@code to} on the desk's wall clock
     */
    record Typed(Correction what, ClockName clock, String subject, Instant pause, String from, String to, String reason) {

        ClockKey of(String caseNumber) {
            return new ClockKey(caseNumber, clock, subject);
        }
    }

    /** @throws InvalidInput when something is missing or cannot be; the clock stays as it was then */
    @Transactional
    public void apply(String caseNumber, Typed typed, String who) {
        // The case before its clocks, as everybody does: whoever works on it in this moment does not wait for us in turn.
        complaints.lock(new ComplaintNumber(caseNumber));
        ClockKey key = typed.of(caseNumber);
        ClockView view = clocks.view(key).orElseThrow(this::moved);
        String reason = reason(typed.reason());
        try {
            switch (typed.what()) {
                case PROMISE -> clocks.promise(key, promised(typed.to()), who, reason);
                case PAUSE -> clocks.pause(key, who, new PauseReason(BY_HAND, reason));
                case RESUME -> resume(view, who, reason);
                case START -> clocks.correctStart(key, past("ledger.start", typed.from(), view.startedAt()), who, reason);
                case PAUSE_TIMES -> correctPause(view, typed, who, reason);
                case STOP -> clocks.correctStop(key, past("ledger.stop", typed.to(), view.stoppedAt()), who, reason);
            }
        } catch (IllegalArgumentException | IllegalStateException contradiction) {
            throw new InvalidInput("from", wording.text("ledger.impossible"));
        }
    }

    /**
     * Only what was paused here goes on from here. What waits for somebody goes on when they have acted: ended here, it would be
     * paused again as soon as the case is looked at.
     */
    private void resume(ClockView view, String who, String reason) {
        if (view.isWaiting() && !isPausedByHand(view)) {
            throw new InvalidInput("what", wording.text("ledger.not-by-hand", words.waitsFor(view.waiting())));
        }
        clocks.resume(view.key(), who, PauseReason.of(BY_HAND), reason);
    }

    static boolean isPausedByHand(ClockView view) {
        return view.waiting().stream().anyMatch(wait -> wait.reason().word().equals(BY_HAND));
    }

    private void correctPause(ClockView view, Typed typed, String who, String reason) {
        Pause pause = view.pauses().stream().filter(one -> one.to() != null && one.from().equals(typed.pause())).findFirst()
                .orElseThrow(this::moved);
        clocks.correctPause(view.key(), pause.from(), past("ledger.from", typed.from(), pause.from()),
                past("ledger.to", typed.to(), pause.to()), who, reason);
    }

    private Instant promised(String text) {
        Instant due = moments.read("ledger.new-due", text);
        if (!due.isAfter(clock.instant()) || due.isAfter(clock.instant().plus(FURTHEST))) {
            throw new InvalidInput("to", wording.text("ledger.not-future", wording.text("ledger.new-due"), FURTHEST.toDays()));
        }
        return due;
    }

    /** @param known the moment so far: forms hold no seconds, so what was left as it was stays as it was */
    private Instant past(String label, String text, Instant known) {
        if (known != null && moments.entry(known).equals(text)) {
            return known;
        }
        Instant moment = moments.read(label, text);
        if (moment.isAfter(clock.instant())) {
            throw new InvalidInput("from", wording.text("ledger.future", wording.text(label)));
        }
        if (moment.isBefore(clock.instant().minus(LONGEST_AGO))) {
            throw new InvalidInput("from", wording.text("ledger.long-ago", wording.text(label), LONGEST_AGO.toDays()));
        }
        return moment;
    }

    private String reason(String text) {
        String reason = CleanText.of(text);
        if (reason == null) {
            throw wording.invalid("reason", "input.missing");
        }
        int length = reason.codePointCount(0, reason.length());
        if (length > LONGEST_REASON) {
            throw wording.invalid("reason", "input.too-long", LONGEST_REASON, length);
        }
        return reason;
    }

    private InvalidInput moved() {
        return new InvalidInput("pause", wording.text("ledger.moved"));
    }
}
