package org.complaintdesk.complaint;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockRow;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.deadline.ClocksMoved;
import org.complaintdesk.deadline.PauseReason;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * While someone outside has to act and the case cannot go on without it, the case's own clocks wait: those that run, and
 * those that start meanwhile.
 */
@Component
class MatterPauses {

    /** The reason, as the ledger says it ({@code pause.OUTSIDE}); the detail tells whom. */
    static final String OUTSIDE = "OUTSIDE";

    private static final Set<ClockName> OF_THE_CASE = EnumSet.of(ClockName.SETTLEMENT, ClockName.PROPOSAL, ClockName.EXECUTION);

    private final OutsideMatterRows rows;
    private final CaseClocks clocks;
    private final MatterText text;

    MatterPauses(OutsideMatterRows rows, CaseClocks clocks, MatterText text) {
        this.rows = rows;
        this.clocks = clocks;
        this.text = text;
    }

    /** Before the timers look at the clocks. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void moved(ClocksMoved moved) {
        Optional.of(moved.caseNumber()).filter(ComplaintNumber::isNumber).filter(clocks::haveSubjects).map(ComplaintNumber::new)
                .ifPresent(this::follow);
    }

    /** Makes the case's clocks wait for exactly those that hold it. */
    void follow(ComplaintNumber number) {
        Set<PauseReason> wanted = rows.findOpen(number).stream()
                .filter(OutsideMatter::holdsCase).map(matter -> new PauseReason(OUTSIDE, text.who(matter))).collect(Collectors.toSet());
        clocks.rows(number.value()).stream().filter(clock -> OF_THE_CASE.contains(clock.key().name()) && clock.stoppedAt() == null)
                .forEach(clock -> follow(clock, wanted));
    }

    private void follow(ClockRow clock, Set<PauseReason> wanted) {
        Set<PauseReason> there = clock.waiting().stream().map(ClockView.Wait::reason)
                .filter(reason -> reason.word().equals(OUTSIDE)).collect(Collectors.toSet());
        wanted.stream().filter(reason -> !there.contains(reason)).forEach(reason -> clocks.pause(clock.key(), CaseEvent.SYSTEM, reason));
        there.stream().filter(reason -> !wanted.contains(reason)).forEach(reason -> clocks.resume(clock.key(), CaseEvent.SYSTEM, reason));
    }
}
