package org.complaintdesk.complaint;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockRow;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.ClocksMoved;
import org.complaintdesk.platform.OncePerTransaction;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists are sorted out by the settlement's clock: what it says is kept beside the complaint. */
@Component
class SettlementTimes {

    private static final Duration MOMENT = Duration.ofSeconds(5);

    private final CaseClocks clocks;
    private final JdbcClient jdbc;
    /** What this transaction has shown already. */
    private final OncePerTransaction<String, Shown> shown = new OncePerTransaction<>(number -> null);

    private record Shown(Instant dueAt, ClockState state) {

        private static Shown of(ClockRow clock) {
            return new Shown(clock.dueAt(), clock.state());
        }

        /** What is due moves on while the clock waits, also within a transaction. */
        private boolean isShownBy(Shown before) {
            return before != null && state == before.state && (dueAt.equals(before.dueAt)
                    || state == ClockState.WAITING && Duration.between(before.dueAt, dueAt).abs().compareTo(MOMENT) < 0);
        }
    }

    SettlementTimes(CaseClocks clocks, JdbcClient jdbc) {
        this.clocks = clocks;
        this.jdbc = jdbc;
    }

    /** Brings a complaint that is about to be written in line with its clock. */
    void show(Complaint complaint) {
        clocks.row(ClockKey.of(complaint.number().value(), ClockName.SETTLEMENT)).map(Shown::of).ifPresent(now -> {
            shown.put(complaint.number().value(), now);
            complaint.settlementDue = now.dueAt();
            complaint.settlementClock = now.state();
        });
    }

    /** Something else than the case itself moved it: a supervisor, a matter outside, a year of holidays. */
    @EventListener
    void moved(ClocksMoved moved) {
        String number = moved.caseNumber();
        clocks.row(ClockKey.of(number, ClockName.SETTLEMENT)).map(Shown::of).filter(now -> !now.isShownBy(shown.known(number)))
                .ifPresent(now -> keep(number, now));
    }

    private void keep(String number, Shown now) {
        jdbc.sql("""
                        update complaint set settlement_due = :due, settlement_clock = :state where number = :number
                           and (settlement_due, settlement_clock) is distinct from (:due, :state)""")
                .param("due", OffsetDateTime.ofInstant(now.dueAt(), ZoneOffset.UTC)).param("state", now.state().name())
                .param("number", number).update();
    }
}
