package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class DatabaseSessionTests {

    @Autowired JdbcClient jdbc;

    /** Without it the rows of a node that lost its network stay locked until PostgreSQL's host notices, by default after two hours. */
    @Test
    void session_of_a_node_that_vanished_in_a_transaction_ends_when_its_jobs_are_given_to_others() {
        assertThat(jdbc.sql("show idle_in_transaction_session_timeout").query(String.class).single()).isEqualTo("5min");
    }
}
