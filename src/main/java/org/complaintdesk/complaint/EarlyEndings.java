package org.complaintdesk.complaint;

import java.util.List;
import java.util.stream.Collectors;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Whether staff may end a case before its flow does. */
@Component
class EarlyEndings {

    private final OutsideMatterRows matters;
    private final MatterText text;
    private final Wording wording;

    EarlyEndings(OutsideMatterRows matters, MatterText text, Wording wording) {
        this.matters = matters;
        this.text = text;
        this.wording = wording;
    }

    /** @throws InvalidInput while someone outside waits for our answer; a case that only waits for others may end */
    void check(ComplaintNumber number) {
        List<OutsideMatter> ours = matters.findOpen(number).stream()
                .filter(matter -> matter.whoActs() == WhoActs.US).toList();
        if (!ours.isEmpty()) {
            throw new InvalidInput("number", wording.text("matter.ending-refused",
                    ours.stream().map(text::of).collect(Collectors.joining(wording.text("matter.separator")))));
        }
    }
}
