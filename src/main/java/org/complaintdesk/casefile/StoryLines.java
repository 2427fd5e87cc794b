package org.complaintdesk.casefile;

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

    /** @param mail the id of the mail it tells of, null when of none */
    record Line(String at, String who, String what, String details, String mail) {
    }

    Line of(ReviewEvent event) {
        String who = event.who();
        String name = List.of(CaseEvent.SYSTEM, CaseEvent.CUSTOMER).contains(who) ? wording.text("cases.who." + who)
                : staff.displayName(who);
        return new Line(wording.moment(event.at()), name, wording.of(event.what()), reviews.details(event), event.details().get("mail"));
    }
}
