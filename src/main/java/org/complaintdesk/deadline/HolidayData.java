package org.complaintdesk.deadline;

import org.complaintdesk.deadline.calendar.HolidayFiles;
import org.complaintdesk.deadline.calendar.Holidays;
import org.springframework.stereotype.Component;

/** The Chinese holidays this desk knows: those it brings, those of the folder in the settings, and those published here. */
@Component
public class HolidayData {

    private final Holidays brought = HolidayFiles.china();

    public Holidays china() {
        return brought;
    }
}
