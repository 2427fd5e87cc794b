package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.casework.Escalation;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.MatterText;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.RaisedAlarm;
import org.complaintdesk.identity.Staff;
import org.springframework.stereotype.Component;

/**
 * Tells the people of a level that a time was missed from which no supervision of the case follows: of a matter with others
 * outside, or of the case itself when they have it before them already. Which matter it is they read from its name: a case
 * may have several.
 */
@Component
public class MissedTimes {

    private final CaseWork work;
    private final OutsideMatters matters;
    private final MatterText text;
    private final Escalation escalation;
    private final Staff staff;

    MissedTimes(CaseWork work, OutsideMatters matters, MatterText text, Escalation escalation, Staff staff) {
        this.work = work;
        this.matters = matters;
        this.text = text;
        this.escalation = escalation;
        this.staff = staff;
    }

    /** Tells them, and notes on the case that they were told. */
    public void tell(Complaint complaint, RaisedAlarm alarm) {
        Map<String, String> facts = facts(complaint, alarm.clock());
        facts.put("dueBy", work.wording().moment(alarm.dueAt()));
        note(complaint, alarm, escalation.tell(alarm, facts));
    }

    /** @param recipient the id of whoever was told, a person or a group */
    public void note(Complaint complaint, RaisedAlarm alarm, String recipient) {
        complaint.remind(due(alarm.clock()), matter(complaint, alarm.clock()), staff.displayName(recipient), alarm.level().isBreach());
    }

    /** @return what a message about it says: what is due, with the name of the matter if it is one's */
    public Map<String, String> facts(Complaint complaint, ClockKey clock) {
        Map<String, String> facts = new HashMap<>(work.staffFacts(complaint));
        String matter = matter(complaint, clock);
        facts.put("task", matter == null ? due(clock) : work.wording().text("clock.of-matter", due(clock), matter));
        return facts;
    }

    private String due(ClockKey clock) {
        return work.wording().text("clock.of", work.wording().of(clock.name()));
    }

    private String matter(Complaint complaint, ClockKey clock) {
        return clock.subject().isEmpty() ? null : text.of(matters.get(complaint.number(), Long.parseLong(clock.subject())));
    }
}
