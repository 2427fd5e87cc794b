package org.complaintdesk.intake.csv;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.complaintdesk.review.NewReview;
import org.complaintdesk.review.Reviews;
import org.springframework.stereotype.Component;

/** Rows that are reviews. */
@Component
class ReviewTarget implements RowTarget {

    private final Reviews reviews;

    ReviewTarget(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.REVIEWS;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.RATING, Column.REVIEW_TEXT, Column.POSTED_AT, Column.SHOP, Column.PLATFORM, Column.REVIEW_ID,
                Column.ORDER_NUMBER, Column.PRODUCT, Column.CUSTOMER, Column.PLATFORM_ID, Column.PHONE, Column.EMAIL);
    }

    @Override
    public Set<Column> required() {
        return Set.of(Column.RATING, Column.POSTED_AT, Column.SHOP, Column.PLATFORM);
    }

    @Override
    public Supplier<RowFate> read(Row row) {
        NewReview review = new NewReview(row.shop(), row.platform(), row.id(Column.REVIEW_ID, 100),
                row.id(Column.ORDER_NUMBER, 64), row.line(Column.PRODUCT, 300), row.rating(),
                row.text(Column.REVIEW_TEXT, 10_000), row.required(Column.POSTED_AT, row.moment(Column.POSTED_AT)), row.contact());
        return () -> switch (reviews.register(review).taken()) {
            case OPENED -> RowFate.CREATED;
            case KNOWN -> RowFate.DUPLICATE;
            case COUNTED -> RowFate.COUNTED;
        };
    }
}
