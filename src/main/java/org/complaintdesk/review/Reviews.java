package org.complaintdesk.review;

import java.util.List;
import java.util.Optional;
import org.complaintdesk.casework.CasePage;
import org.complaintdesk.casework.CaseTimeline;
import org.complaintdesk.casework.CaseTimelines;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All bad reviews. Every way in ends in {@link #register}. */
@Service
@Transactional
public class Reviews {

    private static final int NOTE_LENGTH = 1_000;

    /** As far as lists for people count. */
    public static final int COUNTED = 1_000;

    private final ReviewRows rows;
    private final ReviewWrites writes;
    private final ReviewIntake intake;
    private final ReviewReferences references;
    private final CaseTimeline<ReviewHappening, ReviewEvent> timeline;
    private final ReviewSearch search;
    private final Shops shops;
    private final Wording wording;
    private final ObjectProvider<ReviewHandling> handling;

    Reviews(ReviewRows rows, ReviewWrites writes, ReviewIntake intake, ReviewReferences references, CaseTimelines timelines,
            ReviewSearch search, Shops shops, Wording wording, ObjectProvider<ReviewHandling> handling) {
        this.rows = rows;
        this.writes = writes;
        this.intake = intake;
        this.references = references;
        this.timeline = timelines.of("review", ReviewHappening.class, ReviewEvent::new);
        this.search = search;
        this.shops = shops;
        this.wording = wording;
        this.handling = handling;
    }

    /**
     * Registers a review and starts its flow, once per (platform, externalId), or once per content when it has no id: the
     * same again, even at the same moment, answers with the case that exists. A rating above the configured one is only
     * counted. A known review that has another rating or text now, and whose case is open, has that noted.
     *
     * @throws InvalidInput naming what is missing or wrong: shop, platform, externalId, orderNumber, product, rating, text,
     *                      postedAt, or as {@link org.complaintdesk.customer.Customers#register} does. Nothing is written
     *                      then, and the caller's transaction can go on.
     */
    @Transactional(noRollbackFor = InvalidInput.class)
    public ReviewRegistration register(NewReview incoming) {
        intake.check(incoming);
        if (intake.opensCase(incoming)) {
            Optional<Review> opened = intake.open(incoming);
            if (opened.isPresent()) {
                begin(opened.get());
                return new ReviewRegistration(opened.get().number(), Taken.OPENED);
            }
        } else if (references.count(incoming)) {
            return new ReviewRegistration(null, Taken.COUNTED);
        }
        return new ReviewRegistration(again(incoming), Taken.KNOWN);
    }

    /** Triage, the flow's first step, says more of the review: its row is written with that. */
    private void begin(Review review) {
        writes.hold(review);
        handling.getObject().begin(review);
        if (review.isChanged()) {
            save(review);
        }
    }

    private ReviewNumber again(NewReview incoming) {
        ReviewReferences.Known known = references.find(incoming).orElseThrow();
        if (known.rating() != incoming.rating()) {
            references.rerated(incoming);
        }
        if (known.number() != null) {
            Review review = get(known.number());
            if (!review.isClosed()) {
                review.changedAtPlatform(incoming.rating(), incoming.text());
            }
            if (review.isChanged()) {
                save(review);
            }
        }
        return known.number();
    }

    /**
     * Keeps a review that an agent takes down in a flow that is already running, whatever its rating.
     *
     * @param agent the user id of whoever takes it down and so handles it; null when nobody is signed in
     * @return empty when it has a case already, which {@link #known} tells
     * @throws InvalidInput as {@link #register} does
     */
    public Optional<Review> takeDown(NewReview incoming, String agent) {
        intake.check(incoming);
        Optional<Review> opened = intake.open(incoming);
        if (agent != null) {
            opened.ifPresent(review -> review.handledBy(agent));
        }
        return opened.map(this::save);
    }

    /** @return the case of the same review; empty when it has none */
    @Transactional(readOnly = true)
    public Optional<Review> known(NewReview incoming) {
        return references.find(incoming).map(ReviewReferences.Known::number).map(this::get);
    }

    /** @throws UnknownReview when there is none */
    @Transactional(readOnly = true)
    public Review get(ReviewNumber number) {
        return writes.inHand(number).or(() -> rows.findByNumber(number.value()))
                .orElseThrow(() -> new UnknownReview(number.value()));
    }

    /** @param number whatever someone took for a review's number */
    @Transactional(readOnly = true)
    public Optional<Review> find(String number) {
        return ReviewNumber.isNumber(number) ? rows.findByNumber(number) : Optional.empty();
    }

    /** Keeps the review's facts and adds what happened to its timeline. */
    public Review save(Review review) {
        writes.write(review, review.takeNoted());
        return review;
    }

    /**
     * An agent says that a mail is the reviewer's. It stands on the case, also on a closed one, and its handler hears of it:
     * whoever asks not to be contacted again must not be.
     *
     * @param sender the mail's sender, null when nobody can be read
     * @param text   what was written, at most 1,000 characters
     * @param mail   under which id people read the whole of it
     * @throws UnknownReview when there is none
     */
    public void reviewerWrote(ReviewNumber number, String sender, String text, long mail) {
        Review review = get(number);
        review.reviewerWrote(Masked.email(sender), text, mail);
        save(review);
        handling.getObject().reviewerWrote(review, text);
    }

    /** @return what happened so far, oldest first */
    @Transactional(readOnly = true)
    public List<ReviewEvent> story(Review review) {
        return timeline.of(review.id());
    }

    /** @return the latest time this happened to the review's case; empty when it never did */
    @Transactional(readOnly = true)
    public Optional<ReviewEvent> latest(Review review, ReviewHappening what) {
        return timeline.latest(review.id(), what);
    }

    /** @return latest first; counted up to 1,000 */
    @Transactional(readOnly = true)
    public CasePage<Review> search(ReviewQuery query, Pageable page) {
        return search(query, page, COUNTED);
    }

    /** @param most how many are counted at most; more take longer to count */
    @Transactional(readOnly = true)
    public CasePage<Review> search(ReviewQuery query, Pageable page, int most) {
        return search.find(query, page, most);
    }

    /**
     * @param orderNumber may be null
     * @return reviews of the same order or customer, latest first, at most 10
     */
    @Transactional(readOnly = true)
    public List<Review> related(String orderNumber, long customerId) {
        return rows.findRelated(orderNumber, customerId);
    }

    /** @return every review of this customer, latest first */
    @Transactional(readOnly = true)
    public List<Review> of(long customerId) {
        return rows.findByCustomerIdOrderByIdDesc(customerId);
    }

    /** @return the reviews that go with this complaint, oldest first */
    @Transactional(readOnly = true)
    public List<Review> about(ComplaintNumber complaint) {
        return rows.findByComplaintNumberOrderById(complaint);
    }

    /** @return the reviews whose cases wait for this complaint to end */
    @Transactional(readOnly = true)
    public List<Review> waitingFor(ComplaintNumber complaint) {
        return rows.findByComplaintNumberAndStageOrderById(complaint, ReviewStage.AWAITING_COMPLAINT);
    }

    /**
     * The complaint was a duplicate. The reviews that go with it, and whose cases are open, go with its original instead.
     *
     * @return those reviews
     */
    public List<Review> follow(ComplaintNumber duplicate, ComplaintNumber original) {
        List<Review> open = about(duplicate).stream().filter(review -> !review.isClosed()).toList();
        open.forEach(review -> {
            review.merged(original);
            save(review);
        });
        return open;
    }

    /**
     * @param area null for all areas
     * @return lessons, most frequent first; the same one in other spelling counts as the same
     */
    @Transactional(readOnly = true)
    public List<CommonLesson> commonLessons(LessonArea area, int limit) {
        return search.commonLessons(area, limit);
    }

    /**
     * Ends a case before its flow does, from any stage.
     *
     * @param note why; for a duplicate the number of the original
     * @throws InvalidInput when it is closed already, or the note is missing, too long or no other review's number
     */
    public void endEarly(ReviewNumber number, EarlyEnd end, String note) {
        Review review = get(number);
        String reason = CleanText.of(note);
        if (reason == null) {
            throw wording.invalid("note", "input.missing");
        }
        if (reason.length() > NOTE_LENGTH) {
            throw wording.invalid("note", "input.too-long", NOTE_LENGTH, reason.length());
        }
        if (end == EarlyEnd.DUPLICATE && (reason.equals(number.value()) || find(reason).filter(known -> shops.seenNow().includes(known.shop())).isEmpty())) {
            throw new InvalidInput("note", wording.text("review.no-original", reason));
        }
        if (review.isClosed()) {
            throw new InvalidInput("number", wording.text("review.closed-already", number.value()));
        }
        handling.getObject().endEarly(number, end, reason);
    }
}
