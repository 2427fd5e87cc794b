package org.complaintdesk.deadline;

import java.time.Clock;
import java.util.List;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.complaintdesk.deadline.calendar.HolidayFiles;
import org.complaintdesk.deadline.calendar.HolidayYear;
import org.complaintdesk.deadline.calendar.Holidays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A year's holidays are published on the page, usually each November those of the next year. Open clocks that were
 * counted through the year are counted again; what moves is noted in their ledgers.
 */
@Component
public class HolidayPublication {

    private final HolidayData data;
    private final HolidayStore store;
    private final HolidayRecount recount;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AuditLog audit;

    HolidayPublication(HolidayData data, HolidayStore store, HolidayRecount recount, TransactionTemplate transaction,
            Clock clock, AuditLog audit) {
        this.data = data;
        this.store = store;
        this.recount = recount;
        this.transaction = transaction;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * @param content a YAML file such as the desk's own of this year
     * @throws IllegalArgumentException when it is not such a file, or contradicts itself; says what is wrong
     */
    public HolidayYear read(String content) {
        return HolidayFiles.parse(content);
    }

    /**
     * @return the open clocks that would move, at most so many; nothing is changed
     * @throws IllegalArgumentException as {@link #read} does
     */
    public List<WhatIf> preview(String content, int atMost) {
        return recount.preview(data.china(), data.china().with(read(content)), atMost);
    }

    /**
     * Puts the year in force and counts open clocks again, page by page: a node that stops on the way does the rest when
     * it starts. Call it outside any transaction.
     *
     * @return how many clocks have moved
     * @throws IllegalArgumentException as {@link #read} does
     */
    public int publish(String content, String by) {
        HolidayYear year = read(content);
        Holidays before = data.china();
        transaction.executeWithoutResult(status -> {
            store.add(year.year(), content, by, clock.instant());
            recount.mark(year.year());
            audit.record(AuditEvent.CALENDAR_CHANGED, String.valueOf(year.year()), null);
        });
        data.changed();
        return recount.recount(year.year(), before, by);
    }
}
