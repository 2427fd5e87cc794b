package org.complaintdesk.complaint;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockRow;
import org.complaintdesk.deadline.ClocksMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists are sorted out by the settlement's clock: what it says is kept beside the complaint, and never written by it. */
@Component
class SettlementTimes {

    private final CaseClocks clocks;
    private final JdbcClient jdbc;

    SettlementTimes(CaseClocks clocks, JdbcClient jdbc) {
        this.clocks = clocks;
        this.jdbc = jdbc;
    }

    /** Brings a complaint that was saved in line with its clock. */
    void show(Complaint complaint) {
        keep(complaint.number().value()).ifPresent(clock -> {
            complaint.settlementDue = clock.dueAt();
            complaint.settlementClock = clock.state();
        });
    }

    /** Something else than the case itself moved it: a supervisor, a matter outside, a year of holidays. */
    @EventListener
    void moved(ClocksMoved moved) {
        keep(moved.caseNumber());
    }

    private Optional<ClockRow> keep(String number) {
        Optional<ClockRow> clock = clocks.row(ClockKey.of(number, ClockName.SETTLEMENT));
        clock.ifPresent(view -> jdbc.sql("""
                        update complaint set settlement_due = :due, settlement_clock = :state where number = :number
                           and (settlement_due, settlement_clock) is distinct from (:due, :state)""")
                .param("due", OffsetDateTime.ofInstant(view.dueAt(), ZoneOffset.UTC)).param("state", view.state().name())
                .param("number", number).update());
        return clock;
    }
}
