package org.complaintdesk.ledger;

import org.complaintdesk.deadline.CalendarSheet;
import org.complaintdesk.deadline.WhatIf;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** The words of the calendar page. */
@Component
class CalendarWords {

    private final ClockWords words;
    private final Moments moments;
    private final Wording wording;

    CalendarWords(ClockWords words, Moments moments, Wording wording) {
        this.words = words;
        this.moments = moments;
        this.wording = wording;
    }

    /** @param id the calendar's name in the table of targets */
    record Line(String name, String id, String hours, String zone, String holidays) {
    }

    /** A due time that moves with the holidays. */
    record Move(String number, String id, String clock, String before, String after) {
    }

    Line line(CalendarSheet calendar) {
        String name = words.calendar(calendar);
        return new Line(name, name.equals(calendar.name()) ? null : calendar.name(), words.hours(calendar), moments.zone(calendar.zone()),
                wording.text("calendar.keeps." + calendar.holidays()));
    }

    Move move(WhatIf moved) {
        return new Move(moved.clock().caseNumber(), ClockCard.id(moved.clock()), words.name(moved.clock()), wording.moment(moved.dueNow()),
                wording.moment(moved.dueThen()));
    }
}
