package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.CaseTraits;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.DeskTest;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Complaints that are open while this version is installed: upgraded in a schema of their own, then looked at by the desk. */
@DeskTest
class ClocksUpgradeTests {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Autowired DataSource server;
    @Autowired JdbcClient jdbc;
    @Autowired CaseClocks clocks;

    @BeforeEach
    void versionBefore() {
        desk().target("14").load().migrate();
        jdbc.sql("insert into before_clocks.customer (name, created_at) values ('王小明', now())").update();
    }

    @AfterEach
    void tidy() {
        jdbc.sql("drop schema if exists before_clocks cascade").update();
        for (String table : List.of("clock_alarm", "clock_entry")) {
            jdbc.sql("delete from " + table + " where clock_id in (select id from case_clock where case_number like 'C-20260101-%')").update();
        }
        jdbc.sql("delete from case_clock where case_number like 'C-20260101-%'").update();
    }

    private FluentConfiguration desk() {
        return Flyway.configure().dataSource(server).schemas("before_clocks").locations("classpath:db/migration");
    }

    private static String number(int id) {
        return "C-20260101-00000" + id;
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /** Received so long ago, to be settled within 24 hours. */
    private void complaint(int id, Duration ago, String stage, int level) {
        Instant received = NOW.minus(ago);
        jdbc.sql("""
                        insert into before_clocks.complaint (version, number, shop, channel, customer_id, description, received_at,
                               recorded, stage, settlement_due, escalation_level, round, execution_step, reopened,
                               contact_confirmed, presented)
                        values (0, ?, '店', 'WEB', 1, '坏了', ?, true, ?, ?, ?, 0, 'NONE', 0, true, 0)""")
                .params(number(id), utc(received), stage, utc(received.plus(Duration.ofHours(24))), level).update();
    }

    /** The rows as the desk would find them. */
    private void upgrade() {
        desk().load().migrate();
        String columns = jdbc.sql("""
                        select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
                         where table_schema = 'before_clocks' and table_name = 'case_clock' and column_name <> 'id'""")
                .query(String.class).single();
        jdbc.sql("insert into case_clock (%1$s) select %1$s from before_clocks.case_clock".formatted(columns)).update();
    }

    private ClockView settlement(int id) {
        return clocks.view(key(id)).orElseThrow();
    }

    private static ClockKey key(int id) {
        return ClockKey.of(number(id), ClockName.SETTLEMENT);
    }

    @Test
    void open_complaint_keeps_the_time_that_was_promised_to_it() {
        complaint(1, Duration.ofHours(10), "DIAGNOSING", 0);
        upgrade();

        ClockView clock = settlement(1);
        assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
        assertThat(clock.dueAt()).isEqualTo(NOW.plus(Duration.ofHours(14)));
        assertThat(clock.rule()).isEqualTo("升级前");
        assertThat(clocks.nextEscalation(number(1))).isEqualTo(clock.dueAt());
        clocks.reconsider(number(1), new CaseTraits(Severity.P1, null, "WEB", "店"), "amy", "DIAGNOSED");
        assertThat(settlement(1).dueAt()).as("what was promised").isEqualTo(clock.dueAt());
    }

    @Test
    void complaint_that_waits_for_its_customer_has_waited_since_they_were_asked() {
        complaint(2, Duration.ofHours(72), "AWAITING_CUSTOMER", 0);
        jdbc.sql("update before_clocks.complaint set waiting_what = 'PROPOSAL', waiting_since = ?, waiting_round = 1 where number = ?")
                .params(utc(NOW.minus(Duration.ofHours(52))), number(2)).update();
        upgrade();

        assertThat(settlement(2).state()).isEqualTo(ClockState.WAITING);
        assertThat(settlement(2).overdue()).isFalse();
        assertThat(clocks.raiseEscalation(number(2), 0)).isEmpty();
        assertThat(jdbc.sql("select settlement_clock from before_clocks.complaint").query(String.class).single()).isEqualTo("WAITING");
        clocks.resume(key(2), "customer", PauseReason.of("PROPOSAL"));
        assertThat(settlement(2).elapsed()).isCloseTo(Duration.ofHours(20), Duration.ofMinutes(1));
        assertThat(settlement(2).overdue()).isFalse();
    }

    @Test
    void complaint_whose_customer_has_written_is_our_turn() {
        complaint(3, Duration.ofHours(10), "AWAITING_CUSTOMER", 0);
        jdbc.sql("update before_clocks.complaint set waiting_what = 'PROPOSAL', waiting_since = ?, waiting_round = 1 where number = ?")
                .params(utc(NOW.minus(Duration.ofHours(5))), number(3)).update();
        jdbc.sql("""
                        insert into before_clocks.customer_message (complaint_id, message_key, source, verified, text, files, at)
                        select id, 'm', 'PAGE', true, '？', '{}', now() from before_clocks.complaint""").update();
        upgrade();

        assertThat(settlement(3).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void level_a_case_stands_at_does_not_come_again_and_the_past_comes_in_no_burst() {
        complaint(4, Duration.ofDays(30), "PROPOSING", 1);
        upgrade();

        assertThat(settlement(4).overdue()).isTrue();
        assertThat(clocks.raiseEscalation(number(4), 1)).isEmpty();
        assertThat(clocks.raiseReminders(number(4), 0)).isEmpty();
    }

    @Test
    void case_that_became_overdue_unseen_comes_before_the_first_level() {
        complaint(5, Duration.ofHours(25), "PROPOSING", 0);
        upgrade();

        assertThat(clocks.raiseEscalation(number(5), 0)).singleElement().extracting(alarm -> alarm.level().name()).isEqualTo("BREACH_1");
    }

    @Test
    void new_time_that_was_promised_brings_the_next_level() {
        complaint(6, Duration.ofHours(30), "PROPOSING", 1);
        Instant promised = NOW.plus(Duration.ofHours(5));
        jdbc.sql("update before_clocks.complaint set settlement_due = ?").param(utc(promised)).update();
        upgrade();

        assertThat(settlement(6).dueAt()).isEqualTo(promised);
        assertThat(clocks.nextEscalation(number(6))).isEqualTo(promised);
    }

    @Test
    void reopened_case_counts_from_its_reopening() {
        complaint(7, Duration.ofDays(30), "DIAGNOSING", 0);
        Instant reopened = NOW.minus(Duration.ofHours(3));
        jdbc.sql("update before_clocks.complaint set settlement_due = ?").param(utc(reopened.plus(Duration.ofHours(24)))).update();
        jdbc.sql("insert into before_clocks.complaint_event (complaint_id, at, who, what, details) select id, ?, 'system', 'REOPENED', '{}' from before_clocks.complaint")
                .param(utc(reopened)).update();
        upgrade();

        assertThat(settlement(7).startedAt()).isEqualTo(reopened);
        assertThat(settlement(7).dueAt()).isEqualTo(reopened.plus(Duration.ofHours(24)));
    }

    @Test
    void settled_and_closed_cases_get_no_clock() {
        complaint(8, Duration.ofDays(3), "FOLLOWING_UP", 0);
        complaint(9, Duration.ofDays(3), "CLOSED", 0);
        jdbc.sql("update before_clocks.complaint set settled_at = now()").update();
        jdbc.sql("update before_clocks.complaint set closed_at = now() where stage = 'CLOSED'").update();
        upgrade();

        assertThat(clocks.of(number(8))).isEmpty();
        assertThat(clocks.of(number(9))).isEmpty();
    }
}
