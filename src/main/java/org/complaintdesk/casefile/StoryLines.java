package org.complaintdesk.casefile;

import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.ReviewEvent;
import org.complaintdesk.review.ReviewTimelineText;
import org.springframework.stereotype.Component;

/** The story of a review as staff read it. */
@Component
class StoryLines {

    private final ReviewTimelineText reviews;
    private final Doers doers;
    private final Wording wording;

    StoryLines(ReviewTimelineText reviews, Doers doers, Wording wording) {
        this.reviews = reviews;
        this.doers = doers;
        this.wording = wording;
    }

    /** @param mail the id of the mail it tells of, null when of none */
    record Line(String at, String who, String what, String details, String mail) {
    }

    Line of(ReviewEvent event) {
        return new Line(wording.moment(event.at()), doers.name(event.who()), wording.of(event.what()), reviews.details(event),
                event.details().get("mail"));
    }
}
