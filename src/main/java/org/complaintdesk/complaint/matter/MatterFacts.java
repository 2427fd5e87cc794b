package org.complaintdesk.complaint.matter;

import static org.complaintdesk.casework.FactSheet.joined;

import java.util.ArrayList;
import java.util.List;
import org.complaintdesk.casework.FactSheet;
import org.complaintdesk.complaint.MatterView;
import org.complaintdesk.complaint.OutsideMatter;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** The facts of one matter for its form: what it is, whose turn it is, by when and why, what it is about. */
@Component
class MatterFacts {

    private static final int NOTE = 400;

    private final OutsideMatters matters;
    private final FactSheet sheet;
    private final Staff staff;
    private final Wording wording;

    MatterFacts(OutsideMatters matters, FactSheet sheet, Staff staff, Wording wording) {
        this.matters = matters;
        this.sheet = sheet;
        this.staff = staff;
        this.wording = wording;
    }

    String of(OutsideMatter matter) {
        MatterView seen = matters.look(matter);
        List<String> lines = new ArrayList<>();
        lines.add(joined("**" + Markdown.literal(seen.title(), 120) + "**", wording.of(matter.whoActs())));
        lines.add(joined(sheet.line("matter.due", wording.moment(seen.dueAt())),
                seen.overdue() ? "**" + wording.text("matter.overdue") + "**" : null));
        lines.add(joined(sheet.line("matter.opened", wording.moment(matter.openedAt()), staff.displayName(matter.openedBy())),
                FactSheet.link("/cases/" + matter.caseNumber() + "/matters", wording.text("matter.page"))));
        if (matter.note() != null) {
            lines.add("");
            lines.add("> " + Markdown.literal(matter.note(), NOTE));
        }
        return String.join("\n", lines);
    }
}
