package org.complaintdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.ReviewDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A review is written by columns that are named by hand: none may be forgotten. */
@DeskTest
@Transactional
class ReviewWritesTests {

    @Autowired Reviews reviews;
    @Autowired ReviewWrites writes;
    @Autowired ReviewRows rows;
    @Autowired ReviewDriver desk;
    @Autowired JdbcClient jdbc;

    private ReviewNumber number;

    @BeforeEach
    void a_review() {
        number = desk.arrived();
    }

    @Test
    void every_column_is_written_but_those_that_say_which_it_is() {
        List<String> there = jdbc.sql("select column_name from information_schema.columns where table_name = 'review' and table_schema = current_schema()")
                .query(String.class).list();

        there.removeAll(List.of("id", "number", "version"));
        assertThat(ReviewWrites.COLUMNS.keySet()).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void each_value_is_written_to_its_own_column() {
        jdbc.sql("""
                update review set shop = 's', platform = 'JD', external_id = 'e', order_number = 'o', product = 'p', rating = 2, text = 't',
                       new_rating = 3, new_text = 'n', posted_at = now() - interval '1 s', received_at = now() - interval '2 s',
                       handler = 'h', stage = 'REPLYING', kind = 'PRICE', urgency = 'P1', priority = 4, attempts = 5,
                       contact_outcome = 'NOT_REACHED', complaint_number = 'C-20261121-000042', contact_due = now() - interval '3 s',
                       reply_due = now() - interval '4 s', escalation_level = 6, ruling = 'REMOVED', reply = 'r', no_reply_reason = 'w',
                       replied_at = now() - interval '5 s', replied_by = 'b', fate = 'UNCHANGED', early_end = 'DUPLICATE',
                       closing_note = 'c', closed_at = now() - interval '6 s', lesson_area = 'WAREHOUSE', lesson = 'l', lesson_key = 'k'
                 where number = ?""").param(number.value()).update();
        Review filled = rows.findByNumber(number.value()).orElseThrow();
        String before = row(number);
        String columns = String.join(", ", ReviewWrites.COLUMNS.keySet());
        jdbc.sql("update review set (%1$s) = (select %1$s from review where number = ?) where number = ?".formatted(columns))
                .params(desk.arrived().value(), number.value()).update();
        assertThat(row(number)).isNotEqualTo(before);

        writes.write(filled, List.of());

        assertThat(row(number)).isEqualTo(before);
    }

    @Test
    void new_one_has_every_value_and_its_first_line() {
        Review arrived = desk.review(number);

        assertThat(rows.findByNumber(number.value())).hasValueSatisfying(read -> assertThat(read).usingRecursiveComparison()
                .ignoringFields("changes").isEqualTo(arrived));
        assertThat(desk.story(number)).containsExactly(ReviewHappening.RECEIVED, ReviewHappening.TRIAGED);
    }

    @Test
    void what_somebody_else_has_written_since_is_not_overwritten() {
        Review first = rows.findByNumber(number.value()).orElseThrow();
        Review second = rows.findByNumber(number.value()).orElseThrow();

        writes.write(first, List.of());
        writes.write(first, List.of());

        assertThatThrownBy(() -> writes.write(second, List.of())).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void what_was_written_is_not_read_again_until_a_persons_data_is_moved() {
        assertThat(reviews.get(number)).isSameAs(reviews.get(number));

        writes.forget();

        assertThat(reviews.get(number)).isNotSameAs(reviews.get(number));
    }

    private String row(ReviewNumber which) {
        return jdbc.sql("select (to_jsonb(r) - 'version')::text from review r where number = ?").param(which.value())
                .query(String.class).single();
    }
}
