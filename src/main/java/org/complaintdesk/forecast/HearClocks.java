package org.complaintdesk.forecast;

import org.complaintdesk.deadline.ClocksMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears when clocks move, in the same transaction. */
@Component
class HearClocks {

    private final ForecastRows rows;

    HearClocks(ForecastRows rows) {
        this.rows = rows;
    }

    @EventListener
    void moved(ClocksMoved what) {
        rows.moved(what.caseNumber());
    }
}
