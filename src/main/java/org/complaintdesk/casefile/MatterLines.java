package org.complaintdesk.casefile;

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
                matter.isOpen() ? seen.dueAt() : null, seen.overdue(), matter.isOpen(), matter.holdsCase(), matter.openedAt(),
                name(matter.openedBy()), matter.closedAt(), matter.isOpen() ? null : name(matter.closedBy()), matter.reference(),
                matter.whoActs().name(),
                matter.note(), matter.result());
    }

    private String name(String person) {
        return CaseEvent.SYSTEM.equals(person) ? wording.text("cases.who.system") : staff.displayName(person);
    }
}
