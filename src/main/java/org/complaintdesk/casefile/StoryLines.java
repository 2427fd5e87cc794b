package org.complaintdesk.casefile;

import java.time.Instant;
import java.util.List;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.ReviewEvent;
import org.complaintdesk.review.ReviewTimelineText;
import org.springframework.stereotype.Component;

/** The story of a review as staff read it. */
@Component
class StoryLines {

    private final ReviewTimelineText reviews;
    private final Staff staff;
    private final Wording wording;

    StoryLines(ReviewTimelineText reviews, Staff staff, Wording wording) {
        this.reviews = reviews;
        this.staff = staff;
        this.wording = wording;
    }

    record Line(String at, String who, String what, String details) {
    }

    Line of(ReviewEvent event) {
        return line(event.at(), event.who(), event.what(), reviews.details(event));
    }

    private Line line(Instant at, String who, Enum<?> what, String details) {
        String name = List.of(CaseEvent.SYSTEM, CaseEvent.CUSTOMER).contains(who) ? wording.text("cases.who." + who)
                : staff.displayName(who);
        return new Line(wording.moment(at), name, wording.of(what), details);
    }
}
