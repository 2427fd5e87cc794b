package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A complaint is written by columns that are named by hand: none may be forgotten. */
@DeskTest
@Transactional
class ComplaintUpdateTests {

    @Autowired ComplaintUpdate update;
    @Autowired ComplaintRows rows;
    @Autowired CaseDriver desk;
    @Autowired JdbcClient jdbc;

    private ComplaintNumber number;

    @BeforeEach
    void a_complaint() {
        number = desk.recorded();
    }

    @Test
    void every_column_is_written_but_those_that_say_which_it_is() {
        List<String> there = jdbc.sql("select column_name from information_schema.columns where table_name = 'complaint' and table_schema = current_schema()")
                .query(String.class).list();

        there.removeAll(List.of("id", "number", "version"));
        assertThat(ComplaintUpdate.COLUMNS.keySet()).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void each_value_is_written_to_its_own_column() {
        jdbc.sql("""
                update complaint set shop = 's', channel = 'PHONE', external_id = 'e', order_number = 'o', order_amount = 1.5, description = 'd',
                       desired_outcome = 'w', occurred_at = now() - interval '1 s', received_at = now() - interval '2 s', recorded = true,
                       handler = 'h', stage = 'EXECUTING', settlement_due = now() - interval '3 s', settlement_clock = 'WAITING',
                       escalation_level = 2, round = 3, authorised_amount = 2.5, execution_step = 'SHIP', goods = 'WITH_US', settled_at = now() - interval '4 s',
                       reopened = 4, closing = 'WITHDRAWN', closing_note = 'n', closed_at = now() - interval '5 s', review_number = 'r',
                       opened_from_review = true, contact_confirmed = false, erased_at = now() - interval '6 s', presented = 5,
                       answer = 'DECLINED', category = 'LATE_DISPATCH', severity = 'P1', responsible_party = 'COURIER', priority = 6,
                       root_cause = 'c', remedy = 'COUPON', amount = 3.5, explanation = 'x', waiting_what = 'EVIDENCE',
                       waiting_since = now() - interval '7 s', waiting_answer_by = now() - interval '8 s',
                       waiting_until = now() - interval '9 s', waiting_round = 7, rating_score = 1, rating_solved = true,
                       rating_text = 't', rating_at = now() - interval '10 s'
                 where number = ?""").param(number.value()).update();
        Complaint filled = rows.findByNumber(number).orElseThrow();
        String before = row();
        String columns = String.join(", ", ComplaintUpdate.COLUMNS.keySet());
        jdbc.sql("update complaint set (%1$s) = (select %1$s from complaint where number = ?) where number = ?".formatted(columns))
                .params(desk.recorded().value(), number.value()).update();
        assertThat(row()).isNotEqualTo(before);

        update.write(filled, null, List.of());

        assertThat(row()).isEqualTo(before);
    }

    @Test
    void what_somebody_else_has_written_since_is_not_overwritten() {
        Complaint first = rows.findByNumber(number).orElseThrow();
        Complaint second = rows.findByNumber(number).orElseThrow();

        update.write(first, null, List.of());
        update.write(first, null, List.of());

        assertThatThrownBy(() -> update.write(second, null, List.of())).isInstanceOf(OptimisticLockingFailureException.class);
    }

    private String row() {
        return jdbc.sql("select (to_jsonb(c) - 'version')::text from complaint c where number = ?").param(number.value())
                .query(String.class).single();
    }
}
