package org.complaintdesk.deadline;

import org.complaintdesk.deadline.calendar.Holidays;
import org.complaintdesk.platform.TableChanged;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What a start may have brought: a new version of the rules, and holidays of a year that were not known; and what people
 * made of the rules meanwhile. Open clocks are looked at beside the desk's work, on one node at a time.
 */
@Component
class ClockUpkeep {

    private static final String SYSTEM = "system";

    private final RuleChange rules;
    private final HolidayRecount recount;
    private final HolidayData holidays;
    private final TimersLeftBehind timers;
    private final TaskExecutor beside;

    ClockUpkeep(RuleChange rules, HolidayRecount recount, HolidayData holidays, TimersLeftBehind timers,
            @Qualifier("applicationTaskExecutor") TaskExecutor beside) {
        this.rules = rules;
        this.recount = recount;
        this.holidays = holidays;
        this.timers = timers;
        this.beside = beside;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        beside.execute(this::keep);
    }

    @TransactionalEventListener
    void changed(TableChanged change) {
        if (change.table().equals(ServiceLevels.TABLE)) {
            beside.execute(rules::takeOver);
        }
    }

    void keep() {
        rules.takeOver();
        Holidays known = holidays.china();
        recount.years().stream().filter(known::covers).forEach(year -> recount.recount(year, known.without(year), SYSTEM));
        timers.follow();
    }
}
