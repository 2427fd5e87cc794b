package org.complaintdesk.deadline.calendar;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** A day, or the part of a day during which the wall clock is not put forward or back. */
record Stretch(LocalDate date, ZoneOffset offset, Span span) {

    List<Span> open(List<Window> windows) {
        return windows.stream().map(window -> window.within(date, offset, span)).filter(Objects::nonNull).toList();
    }
}
