package org.complaintdesk.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.platform.CaseNumbers;
import org.complaintdesk.platform.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which reviews arrived before, those without a case too: the guard that nothing is opened or counted twice. Two at the
 * same moment: the second waits until the first has committed, and finds it taken.
 */
@Component
class ReviewReferences {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewReferences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A review that arrived before; without a number when it is only counted. */
    record Known(ReviewNumber number, int rating) {
    }

    /** @return false when it arrived before */
    boolean count(NewReview incoming) {
        String reference = reference(incoming);
        return jdbc.sql("""
                        insert into review_reference (reference, shop, platform, rating, posted_on)
                        select ?, ?, ?, ?, ? where not exists (select 1 from review_reference where reference = ?)
                        on conflict do nothing""")
                .params(reference, incoming.shop(), incoming.platform().name(), incoming.rating(), postedOn(incoming),
                        erased(reference))
                .update() == 1;
    }

    /** @return the number of the case to open; empty when the review has one already */
    Optional<ReviewNumber> claim(NewReview incoming) {
        String reference = reference(incoming);
        String today = CaseNumbers.REVIEW.start(LocalDate.now(clock));
        return jdbc.sql("""
                        insert into review_reference as known (reference, shop, platform, rating, posted_on, number)
                        select ?, ?, ?, ?, ?, ? || lpad(nextval('review_number')::text, 6, '0')
                         where not exists (select 1 from review_reference where reference = ?)
                        on conflict (reference) do update set number = excluded.number, rating = excluded.rating
                        where known.number is null
                        returning number""")
                .params(reference, incoming.shop(), incoming.platform().name(), incoming.rating(), postedOn(incoming), today,
                        erased(reference))
                .query(String.class).optional().map(ReviewNumber::new);
    }

    Optional<Known> find(NewReview incoming) {
        String reference = reference(incoming);
        return jdbc.sql("select number, rating from review_reference where reference in (?, ?)")
                .params(reference, erased(reference))
                .query((row, index) -> new Known(Optional.ofNullable(row.getString("number")).map(ReviewNumber::new).orElse(null),
                        row.getInt("rating"))).optional();
    }

    /** The review has another rating now. */
    void rerated(NewReview incoming) {
        jdbc.sql("update review_reference set rating = ? where reference = ?")
                .params(incoming.rating(), reference(incoming)).update();
    }

    /** What the platform calls the reviews leads to their writer; a digest of it is enough to know them again. */
    void erase(List<Long> customers) {
        jdbc.sql("select reference from review_reference where number in (select number from review where customer_id in (:all))")
                .param("all", customers).query(String.class).list()
                .forEach(reference -> jdbc.sql("update review_reference set reference = ? where reference = ?")
                        .params(erased(reference), reference).update());
    }

    private static String erased(String reference) {
        return "erased:" + Sha256.hex(reference);
    }

    private LocalDate postedOn(NewReview incoming) {
        return LocalDate.ofInstant(incoming.postedAt(), clock.getZone());
    }

    private static String reference(NewReview incoming) {
        return incoming.externalId() == null ? "content:" + digest(incoming)
                : incoming.platform() + ":" + incoming.externalId();
    }

    private static String digest(NewReview incoming) {
        var reviewer = incoming.reviewer();
        String content = Stream.of(incoming.shop(), incoming.platform(), reviewer == null ? null : reviewer.name(),
                        reviewer == null ? null : reviewer.platformId(), incoming.orderNumber(), incoming.postedAt(), incoming.text())
                .map(part -> part == null ? "" : part.toString()).collect(Collectors.joining("\0"));
        return Sha256.hex(content);
    }
}
