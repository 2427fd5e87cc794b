package org.complaintdesk.shops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintdesk.support.TwoShopsTest.ELSEWHERE;
import static org.complaintdesk.support.TwoShopsTest.NORTH;
import static org.complaintdesk.support.TwoShopsTest.SOUTH;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.roster.Roster;
import org.complaintdesk.support.TwoShopsTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who hears of a case, and whose task its supervision is. */
@TwoShopsTest
class ShopNoticesTests {

    @Autowired
    private IdentityService identity;
    @Autowired
    private Shops shops;
    @Autowired
    private Roster roster;
    @Autowired
    private Clock clock;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    private Team team;

    @BeforeEach
    void people_of_two_shops() {
        team = new Team(identity, shops);
        team.gathers();
    }

    @AfterEach
    void go_home() {
        team.leaves();
    }

    @Test
    void of_a_group_those_hear_who_see_the_shop() {
        assertThat(roster.recipients("supervisors", NORTH, clock.instant())).contains(Team.NORTHERN_LEAD)
                .doesNotContain(Team.SOUTHERN_LEAD);
        assertThat(roster.recipients("agents", SOUTH, clock.instant())).contains(Team.SOUTHERN, Team.EVERYWHERE)
                .doesNotContain(Team.NORTHERN, Team.NOWHERE);
        assertThat(roster.recipients("supervisors", null, clock.instant())).contains(Team.NORTHERN_LEAD, Team.SOUTHERN_LEAD);
        assertThat(roster.recipients("supervisors", ELSEWHERE, clock.instant())).contains(Team.NORTHERN_LEAD, Team.SOUTHERN_LEAD);
    }

    @Test
    void of_a_mail_that_waits_to_be_sorted_those_hear_who_see_its_shop() {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new StaffNoticeDue("mail-0", StaffNotice.OVERDUE, "supervisors", Map.of(), NORTH)));

        assertThat(jdbc.sql("select colleague from customer_update where case_number = 'mail-0'").query(String.class).list())
                .contains(Team.NORTHERN_LEAD).doesNotContain(Team.SOUTHERN_LEAD);
    }

    @Test
    void whoever_does_not_see_the_shop_any_more_is_skipped_for_the_group() {
        assertThat(roster.recipients(Team.NORTHERN, NORTH, clock.instant())).containsExactly(Team.NORTHERN);
        assertThat(roster.recipients(Team.NORTHERN, SOUTH, clock.instant())).contains(Team.SOUTHERN).doesNotContain(Team.NORTHERN);
    }

    @Test
    void without_a_supervisor_who_sees_the_shop_managers_supervise_too() {
        assertThat(roster.seenBy("supervisors", SOUTH, clock.instant())).isEqualTo("supervisors");
        List<String> leads = shops.peopleFor("supervisors", SOUTH);
        leads.forEach(lead -> identity.deleteMembership(lead, "supervisors"));
        try {
            assertThat(roster.seenBy("supervisors", SOUTH, clock.instant())).isEqualTo("supervisors,managers");
        } finally {
            leads.forEach(lead -> identity.createMembership(lead, "supervisors"));
        }
    }
}
