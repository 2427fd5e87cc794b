package org.complaintdesk.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** An update is written by columns that are named by hand: none may be forgotten. */
@DeskTest
@Transactional
class UpdateRowsTests {

    private static final String KEY = "C-20261123-900001/PROPOSAL/1";

    @Autowired Updates updates;
    @Autowired Customers customers;
    @Autowired JdbcClient jdbc;

    private CustomerUpdate update;
    private String row;

    @BeforeEach
    void an_update_of_which_everything_is_known() {
        jdbc.sql("""
                insert into customer_update (update_key, case_number, kind, audience, shop, channel, customer_id, unasked, confirmed,
                       language, recipient, subject, body, message_id, route, state, wait_until, wait_reason, rejection, bounced_at,
                       delay, resend_of, resent_by, colleague, said_with, created_at, sent_at, told_at, told_via, told_by, told_note)
                values (?, 'C-20261123-900001', 'PROPOSAL', 'CUSTOMER', 's', 'PHONE', ?, true, false, 'en', 'r@example.com', 'subject',
                       'body', '<m@x>', 'WAIT', 'BOUNCED', now() + interval '1 s', 'QUIET_HOURS', 'rejection', now() + interval '2 s',
                       'delay', 'resend', 'resent', 'colleague', 'said', now() + interval '3 s', now() + interval '4 s',
                       now() + interval '5 s', 'CHAT', 'teller', 'note')""")
                .params(KEY, customers.register(new Contact("王小明", "r@example.com", null, null)).id()).update();
        update = updates.byKey(KEY);
        row = row();
    }

    @Test
    void every_column_is_written_but_the_one_the_database_gives() {
        List<String> there = jdbc.sql("""
                select column_name from information_schema.columns
                 where table_name = 'customer_update' and table_schema = current_schema()""").query(String.class).list();

        there.remove("id");
        assertThat(UpdateRowsImpl.COLUMNS.keySet()).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void each_value_of_a_new_one_is_written_to_its_own_column() {
        remove();
        update.id = null;

        updates.save(update);

        assertThat(row()).isEqualTo(row);
        assertThat(update.id).isEqualTo(updates.byKey(KEY).id);
    }

    @Test
    void each_value_of_one_that_changes_is_written_to_its_own_column() {
        jdbc.sql("""
                update customer_update set audience = 'STAFF', shop = null, customer_id = null, unasked = false, confirmed = true, body = '',
                       state = 'PENDING', wait_until = null, told_via = null, told_note = null, sent_at = null where update_key = ?""")
                .param(KEY).update();

        updates.save(update);

        assertThat(row()).isEqualTo(row);
    }

    @Test
    void nothing_is_said_twice() {
        update.id = null;

        assertThatThrownBy(() -> updates.save(update)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void one_that_is_gone_is_not_written() {
        remove();

        assertThatThrownBy(() -> updates.save(update)).isInstanceOf(IncorrectUpdateSemanticsDataAccessException.class);
    }

    private void remove() {
        jdbc.sql("delete from customer_update where update_key = ?").param(KEY).update();
    }

    private String row() {
        return jdbc.sql("select (to_jsonb(u) - 'id')::text from customer_update u where update_key = ?").param(KEY)
                .query(String.class).single();
    }
}
