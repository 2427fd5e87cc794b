package org.complaintdesk.review;

import java.util.List;
import java.util.Optional;
import org.complaintdesk.casework.CasesInHand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who handles the open cases of reviews. */
@Component
class ReviewsInHand implements CasesInHand {

    private final Reviews reviews;
    private final JdbcClient jdbc;

    ReviewsInHand(Reviews reviews, JdbcClient jdbc) {
        this.reviews = reviews;
        this.jdbc = jdbc;
    }

    @Override
    public List<String> of(String handler) {
        return jdbc.sql("select number from review where handler = ? and closed_at is null order by id").param(handler)
                .query(String.class).list();
    }

    @Override
    public Optional<String> handlerOf(String caseNumber) {
        return jdbc.sql("select handler from review where number = ? and handler is not null").param(caseNumber)
                .query(String.class).optional();
    }

    @Override
    public boolean note(String caseNumber, HandedOver what) {
        Optional<Review> found = reviews.find(caseNumber);
        found.ifPresent(review -> {
            review.handedOver(what);
            reviews.save(review);
        });
        return found.isPresent();
    }
}
