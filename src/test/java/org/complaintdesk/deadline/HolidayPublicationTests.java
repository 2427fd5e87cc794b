package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year's holidays become known while clocks run through it. The years are far off and made up. */
@DeskTest
class HolidayPublicationTests {

    /** A Monday; seven working days later is Wednesday 2031-01-08, if nothing is known of 2031. */
    private static final Instant BEFORE_NEW_YEAR = Instant.parse("2030-12-30T04:00:00Z");
    private static final CaseTraits ANY = new CaseTraits(null, null, null, null);
    private static final String YEAR_2031 = """
            year: 2031
            notice: a made-up notice
            published: 2030-11-04
            holidays:
              - {name: 元旦, from: 2031-01-01, to: 2031-01-03, days: 3, workdays: [2031-01-04]}
            """;

    @Autowired
    private CaseClocks clocks;
    @Autowired
    private HolidayPublication publication;
    @Autowired
    private HolidayData data;
    @Autowired
    private ClockUpkeep upkeep;
    @Autowired
    private JdbcClient jdbc;

    private final String number = "H-" + Long.toHexString(System.nanoTime());
    private final ClockKey regulator = new ClockKey(number, ClockName.REGULATOR, "1");

    @BeforeEach
    void a_regulators_case_runs_into_the_next_year() {
        ClockUtil.setCurrentTime(Date.from(BEFORE_NEW_YEAR));
        clocks.start(regulator, ANY, BEFORE_NEW_YEAR, "amy", "MATTER_OPENED");
    }

    @AfterEach
    void nobody_remembers_the_made_up_year() {
        clocks.caseEnds(number, "system", "TEST_OVER");
        jdbc.sql("delete from holiday_year").update();
        data.changed();
        ClockUtil.reset();
    }

    @Test
    void a_year_that_is_not_published_makes_a_clock_provisional() {
        assertThat(view().provisionalYears()).contains(2031);
        assertThat(view().dueAt()).isEqualTo(Instant.parse("2031-01-08T16:00:00Z"));
    }

    @Test
    void before_it_is_in_force_one_sees_what_would_move() {
        assertThat(publication.preview(YEAR_2031, 100)).filteredOn(moved -> moved.clock().equals(regulator))
                .extracting(WhatIf::dueThen).containsExactly(Instant.parse("2031-01-10T16:00:00Z"));
        assertThat(view().dueAt()).isEqualTo(Instant.parse("2031-01-08T16:00:00Z"));
        assertThat(view().ledger()).hasSize(1);
    }

    @Test
    void published_it_moves_what_was_provisional_and_says_so() {
        assertThat(publication.publish(YEAR_2031, "sue")).isPositive();

        assertThat(view().dueAt()).isEqualTo(Instant.parse("2031-01-10T16:00:00Z"));
        assertThat(view().provisionalYears()).doesNotContain(2031);
        assertThat(view().ledger()).extracting(LedgerLine::what, LedgerLine::by, LedgerLine::why, LedgerLine::dueAt)
                .endsWith(tuple(ClockChange.HOLIDAYS_CHANGED, "sue", "HOLIDAYS_PUBLISHED: 2031",
                        Instant.parse("2031-01-10T16:00:00Z")));
        assertThat(data.years().get(0)).satisfies(known -> {
            assertThat(known.year().year()).isEqualTo(2031);
            assertThat(known.source()).isEqualTo(HolidaySource.PUBLISHED);
            assertThat(known.by()).isEqualTo("sue");
        });
    }

    @Test
    void a_year_put_right_counts_in_place_of_the_one_before() {
        publication.publish(YEAR_2031, "sue");

        publication.publish(YEAR_2031.replace("[2031-01-04]", "[]"), "sue");

        assertThat(view().dueAt()).isEqualTo(Instant.parse("2031-01-13T16:00:00Z"));
        assertThat(view().ledger()).hasSize(3);
    }

    @Test
    void a_node_that_stopped_on_the_way_does_the_rest_when_it_starts() {
        jdbc.sql("insert into holiday_year (year, content, who, recorded_at) values (2031, ?, 'sue', now())")
                .param(YEAR_2031).update();
        data.changed();

        upkeep.keep();

        assertThat(view().ledger()).extracting(LedgerLine::what).endsWith(ClockChange.HOLIDAYS_CHANGED);
    }

    @Test
    void what_is_not_a_year_is_refused_and_why_is_said() {
        assertThatIllegalArgumentException().isThrownBy(() -> publication.publish(YEAR_2031.replace("days: 3", "days: 4"),
                "sue")).withMessageContaining("is not 4 days");
        assertThat(data.china().covers(2031)).isFalse();
    }

    private ClockView view() {
        return clocks.view(regulator).orElseThrow();
    }
}
