package org.complaintdesk.complaint.matter;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockTimes;
import org.complaintdesk.deadline.RaisedAlarm;
import org.springframework.stereotype.Component;

/**
 * When a matter's flow has to remind, and of what. A missed time that takes the case before a higher level is the case's own
 * flow's to tell while it watches over the case; one that takes it no further, because the case stands there already, is told
 * here, and so is everything of a matter that outlives its case.
 */
@Component("matterAlarms")
public class MatterAlarms {

    private final CaseClocks clocks;
    private final ClockTimes times;
    private final Complaints complaints;

    MatterAlarms(CaseClocks clocks, ClockTimes times, Complaints complaints) {
        this.clocks = clocks;
        this.times = times;
        this.complaints = complaints;
    }

    /** The model's timer asks this. */
    public Date next(String number, String clock, String matter) {
        Complaint complaint = complaints.get(new ComplaintNumber(number));
        Date reminder = times.nextAlarm(number, clock, matter);
        Date breach = complaint.isWatched() ? times.nextBreach(number, clock, matter, complaint.escalationLevel())
                : times.nextEscalation(number);
        return reminder.before(breach) ? reminder : breach;
    }

    /** @return what is to be told now; none when the timer came too early, late or twice */
    List<RaisedAlarm> raise(Complaint complaint, ClockKey clock) {
        List<RaisedAlarm> raised = new ArrayList<>(clocks.raise(clock));
        raised.addAll(complaint.isWatched() ? clocks.raiseBreaches(clock, complaint.escalationLevel())
                : clocks.raiseEscalation(complaint.number().value(), 0));
        return raised;
    }
}
