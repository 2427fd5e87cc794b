package org.complaintdesk.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.QuietHours;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** People of its own, so that nobody of another test is in these groups; everything entered is taken back at the end. */
@DeskTest
@Transactional
class RosterTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant MONDAY_TEN = at("2026-11-23T10:00");
    private static final Instant NIGHT = at("2026-11-24T02:00");

    @Autowired DutyStore store;
    @Autowired DeskProperties desk;
    @Autowired JdbcClient jdbc;

    private final Staff staff = Mockito.mock(Staff.class);
    private final Shops shops = Mockito.mock(Shops.class);
    private final Map<String, List<String>> groups = new HashMap<>();
    private Roster roster;

    @BeforeEach
    void people() {
        people("agents", "ann", "bob");
        people("supervisors", "sam", "sid");
        people("managers", "may");
        people("finance", "fin");
        people("warehouse");
        people("camunda-admin", "root");
        roster = new Roster(store, staff, shops, new RosterProperties(QuietHours.valueOf("22:00-08:00")), desk);
    }

    @Test
    void where_nobody_entered_anything_everybody_is_on_duty() {
        assertThat(roster.onDuty(StaffGroup.AGENTS, NIGHT)).containsExactly("ann", "bob");
        assertThat(roster.recipients("agents", null, NIGHT)).containsExactly("ann", "bob");
        assertThat(roster.recipients("ann", null, NIGHT)).containsExactly("ann");
        assertThat(roster.isAbsent("ann", NIGHT)).isFalse();
    }

    @Test
    void only_people_on_duty_hear_of_what_is_for_their_group() {
        officeHours("ann");

        assertThat(roster.onDuty(StaffGroup.AGENTS, MONDAY_TEN)).containsExactly("ann", "bob");
        assertThat(roster.recipients("agents", null, NIGHT)).containsExactly("bob");
    }

    @Test
    void the_latest_hours_count() {
        officeHours("ann");
        store.enter("ann", DutyHours.ANY_TIME, "sam");

        assertThat(roster.onDuty(StaffGroup.AGENTS, NIGHT)).containsExactly("ann", "bob");
    }

    @Test
    void who_is_away_is_skipped_until_the_moment_the_absence_ends() {
        away("ann", "2026-11-23T00:00", "2026-11-24T00:00");

        assertThat(roster.isAbsent("ann", MONDAY_TEN)).isTrue();
        assertThat(roster.onDuty(StaffGroup.AGENTS, MONDAY_TEN)).containsExactly("bob");
        assertThat(roster.isAbsent("ann", at("2026-11-23T23:59:59"))).isTrue();
        assertThat(roster.isAbsent("ann", at("2026-11-24T00:00"))).isFalse();
        assertThat(roster.isAbsent("ann", at("2026-11-22T23:59:59"))).isFalse();
    }

    @Test
    void what_is_for_someone_who_is_away_goes_to_their_group() {
        away("ann", "2026-11-23T00:00", "2026-11-24T00:00");

        assertThat(roster.recipients("ann", null, MONDAY_TEN)).containsExactly("bob");
    }

    @Test
    void someone_whose_hours_are_over_hears_and_so_do_colleagues_on_duty() {
        officeHours("ann");

        assertThat(roster.recipients("ann", null, MONDAY_TEN)).containsExactly("ann");
        assertThat(roster.recipients("ann", null, NIGHT)).containsExactly("ann", "bob");
    }

    @Test
    void someone_whose_hours_are_over_hears_with_the_next_level_where_no_colleague_is_on_duty() {
        officeHours("ann");
        officeHours("bob");
        officeHours("sid");
        assertThat(roster.recipients("ann", null, NIGHT)).containsExactly("ann", "sam");

        officeHours("sam");
        assertThat(roster.recipients("ann", null, NIGHT)).containsExactly("ann", "may");
    }

    @Test
    void where_nobody_is_on_duty_the_whole_group_hears_and_the_next_level_too() {
        officeHours("ann");
        officeHours("bob");
        officeHours("sid");

        assertThat(roster.recipients("agents", null, NIGHT)).containsExactly("ann", "bob", "sam");
    }

    @Test
    void who_is_away_does_not_hear_even_when_nobody_is_on_duty() {
        officeHours("ann");
        away("bob", "2026-11-23T00:00", "2026-11-30T00:00");

        assertThat(roster.recipients("agents", null, NIGHT)).containsExactly("ann", "sam", "sid");
    }

    @Test
    void a_level_that_is_away_is_left_out_for_the_one_above() {
        away("sam", "2026-11-23T00:00", "2026-11-30T00:00");
        away("sid", "2026-11-23T00:00", "2026-11-30T00:00");

        assertThat(roster.recipients("supervisors", null, MONDAY_TEN)).contains("may");
    }

    @Test
    void a_task_is_also_the_next_levels_while_all_of_its_group_are_away() {
        away("sam", "2026-11-23T00:00", "2026-11-30T00:00");
        assertThat(roster.seenBy("supervisors", null, MONDAY_TEN)).isEqualTo("supervisors");

        away("sid", "2026-11-23T00:00", "2026-11-30T00:00");
        assertThat(roster.seenBy("supervisors", null, MONDAY_TEN)).isEqualTo("supervisors,managers");
        assertThat(roster.seenBy("managers", null, MONDAY_TEN)).isEqualTo("managers");
        assertThat(roster.seenBy("warehouse", null, MONDAY_TEN)).as("a group of nobody").isEqualTo("warehouse");
    }

    @Test
    void it_is_never_nobody() {
        List.of("ann", "bob", "sam", "sid", "may", "fin").forEach(all -> away(all, "2026-11-23T00:00", "2026-11-30T00:00"));

        assertThat(roster.recipients("agents", null, MONDAY_TEN)).contains("ann", "sam", "may");
        assertThat(roster.recipients("managers", null, MONDAY_TEN)).containsExactly("may");
        assertThat(roster.recipients("fin", null, MONDAY_TEN)).contains("fin");
        assertThat(roster.recipients("warehouse", null, MONDAY_TEN)).as("a group of nobody").contains("sam", "may");
        people("supervisors");
        people("managers");
        people("agents");
        assertThat(roster.recipients("agents", null, MONDAY_TEN)).as("no other people at all").containsExactly("root");
    }

    @Test
    void an_absence_taken_back_does_not_count_and_stays_on_record() {
        away("ann", "2026-11-23T00:00", "2026-11-24T00:00");
        Absence absence = store.absences(List.of("ann"), MONDAY_TEN, MONDAY_TEN.plusSeconds(1)).get(0);
        store.takeBack(absence.id(), "sam");

        assertThat(roster.isAbsent("ann", MONDAY_TEN)).isFalse();
        assertThat(jdbc.sql("select cancelled_by from absence where id = ?").param(absence.id()).query(String.class).single())
                .isEqualTo("sam");
    }

    @Test
    void reminders_wait_for_the_morning_but_not_for_people_with_a_night_shift() {
        store.enter("bob", DutyHours.parse("MON 22:00-06:00"), "sam");

        assertThat(roster.quietUntil("ann", NIGHT)).contains(at("2026-11-24T08:00"));
        assertThat(roster.quietUntil("ann", MONDAY_TEN)).isEmpty();
        assertThat(roster.quietUntil("bob", NIGHT)).isEmpty();
        assertThat(roster.quietUntil("bob", at("2026-11-24T07:00"))).as("the shift is over").contains(at("2026-11-24T08:00"));
    }

    private void people(String group, String... ids) {
        List<String> members = new ArrayList<>(Arrays.asList(ids));
        Mockito.when(staff.members(group)).thenReturn(members);
        Mockito.when(shops.peopleFor(group, null)).thenReturn(members);
        Mockito.when(shops.sees(Mockito.anyString(), Mockito.isNull())).thenReturn(true);
        members.forEach(id -> groups.put(id, List.of(group)));
        Mockito.when(staff.groups(Mockito.anyString())).thenAnswer(call -> groups.get(call.<String>getArgument(0)));
    }

    private void officeHours(String person) {
        store.enter(person, DutyHours.parse("MON 09:00-18:00; TUE 09:00-18:00; WED 09:00-18:00; THU 09:00-18:00; FRI 09:00-18:00"),
                "sam");
    }

    private void away(String person, String from, String until) {
        store.enter(person, at(from), at(until), "年假", person);
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(SHANGHAI).toInstant();
    }
}
