package org.complaintdesk.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.complaintdesk.deadline.calendar.BusinessCalendar;
import org.complaintdesk.deadline.calendar.Holidays;
import org.complaintdesk.platform.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts open clocks again when more is known of a year's holidays. */
@Component
class HolidayRecount {

    private static final int PAGE = 200;
    private static final String WHY = "HOLIDAYS_PUBLISHED";
    private static final String KEEPS_HOLIDAYS = " from case_clock where state <> 'STOPPED' and calendar like '%|cn|%'";

    private final JdbcClient jdbc;
    private final ClockColumns columns;
    private final LockedClocks clocks;
    private final OneByOne oneByOne;
    private final DataSource database;

    HolidayRecount(JdbcClient jdbc, ClockColumns columns, LockedClocks clocks, OneByOne oneByOne,
            DataSource database) {
        this.jdbc = jdbc;
        this.columns = columns;
        this.clocks = clocks;
        this.oneByOne = oneByOne;
        this.database = database;
    }

    private record Found(long id, String caseNumber) {
    }

    /** Notes that every open clock that keeps holidays is to be counted again. */
    void mark(int year) {
        jdbc.sql("update case_clock set provisional = provisional || ? where state <> 'STOPPED' and calendar like '%|cn|%'"
                + " and not ? = any(provisional)").params(year, year).update();
    }

    /** @return the years that open clocks were counted through while they were not known, or are marked */
    List<Integer> years() {
        return jdbc.sql("select distinct unnest(provisional) from case_clock where state <> 'STOPPED' and provisional <> '{}'")
                .query(Integer.class).list();
    }

    /** @param before what was known when the clocks were last counted */
    int recount(int year, Holidays before, String by) {
        try (Turn turn = Turn.await(database, Turn.Of.CLOCKS)) {
            int moved = 0;
            long last = 0;
            List<Found> page;
            do {
                page = jdbc.sql("select id, case_number" + KEEPS_HOLIDAYS
                        + " and ? = any(provisional) and id > ? order by id limit ?").params(year, last, PAGE)
                        .query((row, index) -> new Found(row.getLong(1), row.getString(2))).list();
                for (Found found : page) {
                    moved += oneByOne.call(() -> recount(found, year, before, by));
                    last = found.id();
                }
            } while (page.size() == PAGE);
            return moved;
        }
    }

    List<WhatIf> preview(Holidays before, Holidays after, int atMost) {
        Instant now = clocks.now();
        List<WhatIf> moved = new ArrayList<>();
        long last = 0;
        List<KeptClock> page;
        do {
            page = jdbc.sql("select *" + KEEPS_HOLIDAYS + " and id > ? order by id limit ?").params(last, PAGE)
                    .query(columns::read).list();
            for (KeptClock kept : page) {
                CaseClock then = keeping(kept, after).clock();
                Instant dueNow = keeping(kept, before).clock().dueAt(now);
                if (!then.dueAt(now).equals(dueNow)) {
                    moved.add(new WhatIf(kept.key(), dueNow, then.dueAt(now), then.terms().target().toString(),
                            then.terms().rule().name(), then.terms().rule().version(),
                            Calendars.sheet(then.terms().calendar()), then.overdue(now)));
                }
                last = kept.id();
            }
        } while (page.size() == PAGE && moved.size() < atMost);
        return moved.stream().limit(atMost).toList();
    }

    private int recount(Found found, int year, Holidays before, String by) {
        KeptClock kept = clocks.of(found.caseNumber()).stream().filter(one -> one.id() == found.id()).findFirst()
                .orElseThrow();
        Instant now = clocks.now();
        KeptClock old = keeping(kept, before);
        boolean moves = !kept.clock().isStopped() && !kept.clock().dueAt(now).equals(old.clock().dueAt(now));
        if (moves) {
            CaseClock counted = old.clock().change(ClockChange.HOLIDAYS_CHANGED, kept.clock().terms(), now, by,
                    WHY + ": " + year);
            clocks.put(kept, old.changed(counted, kept.held(), now));
        } else {
            clocks.note(kept, kept.checked(kept.held().checkedVersion()));
        }
        return moves ? 1 : 0;
    }

    private static KeptClock keeping(KeptClock kept, Holidays holidays) {
        Terms terms = kept.clock().terms();
        BusinessCalendar calendar = terms.calendar();
        Terms other = new Terms(terms.rule(), terms.target(),
                new BusinessCalendar(calendar.name(), calendar.zone(), calendar.hours(), holidays), terms.alarms());
        return kept.heldTo(other);
    }
}
