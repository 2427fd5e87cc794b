package org.complaintdesk.casefile;

import java.time.Instant;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.MatterView;
import org.complaintdesk.complaint.OutsideMatter;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Outside matters as staff read them. */
@Component
class MatterLines {

    private final Staff staff;
    private final Wording wording;

    MatterLines(Staff staff, Wording wording) {
        this.staff = staff;
        this.wording = wording;
    }

    MatterLine of(MatterView seen) {
        OutsideMatter matter = seen.matter();
        return new MatterLine(matter.id(), seen.title(), matter.isOpen() ? wording.of(matter.whoActs()) : wording.of(matter.outcome()),
                matter.isOpen() && seen.dueAt() != null ? wording.moment(seen.dueAt()) : null, seen.overdue(), matter.isOpen(),
                matter.holdsCase(), done(matter.openedAt(), matter.openedBy()),
                matter.isOpen() ? null : done(matter.closedAt(), matter.closedBy()), matter.reference(), matter.whoActs().name(),
                matter.note(), matter.result());
    }

    private String done(Instant at, String by) {
        String name = CaseEvent.SYSTEM.equals(by) ? wording.text("cases.who.system") : staff.displayName(by);
        return wording.moment(at) + " · " + name;
    }
}
