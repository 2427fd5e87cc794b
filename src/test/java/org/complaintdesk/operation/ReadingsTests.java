package org.complaintdesk.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.platform.HealthStates;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;

/** What monitoring reads is what is there, and what its files ask for is what the desk gives. */
@DeskTest
class ReadingsTests {

    private static final Path MONITORING = Path.of("docs/operate");
    private static final Pattern NAMED = Pattern.compile("complaintdesk_[a-z_]+");
    private static final Set<String> GIVEN_OTHERWISE = Set.of("complaintdesk_mails_seconds_count", "complaintdesk_job_turns_seconds_count",
            "complaintdesk_readings_age_seconds", "complaintdesk_clock_ahead_seconds");

    @Autowired
    private DataSource database;
    @Autowired
    private Clock clock;
    @Autowired
    private CaseDriver cases;

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private Readings readings;

    @BeforeEach
    void nothingIsCountedYet() {
        readings = new Readings(database, clock, registry);
    }

    @AfterEach
    void theClockIsRight() {
        ClockUtil.reset();
    }

    @Test
    void a_complaint_that_arrives_is_counted_by_stage_step_and_channel() {
        readings.take();
        double received = sum("complaintdesk.complaints.received.last.hour");

        cases.recorded();
        readings.take();

        assertThat(sum("complaintdesk.complaints.received.last.hour")).isEqualTo(received + 1);
        assertThat(sum("complaintdesk.complaints.open")).isPositive();
        assertThat(registry.get("complaintdesk.tasks.open").tag("step", "DiagnoseProblem").gauge().value()).isPositive();
    }

    @Test
    void what_takes_long_is_counted_less_often_and_every_five_minutes_at_least() {
        assertThat(Readings.rest(Duration.ofMillis(10))).isEqualTo(Duration.ofSeconds(3));
        assertThat(Readings.rest(Duration.ofMillis(240))).isEqualTo(Duration.ofSeconds(72));
        assertThat(Readings.rest(Duration.ofSeconds(8))).isEqualTo(Duration.ofMinutes(5));

        readings.takeRested();
        assertThat(readings.highest(Measure.JOB_LAG)).isPresent();
    }

    @Test
    void jobs_are_counted_for_each_flow_also_when_none_is_due() {
        readings.take();

        assertThat(registry.get("complaintdesk.jobs.due").tag("flow", "complaint-handling").gauge().value()).isNotNegative();
        assertThat(registry.get("complaintdesk.jobs.failed").tag("flow", "update-delivery").gauge().value()).isNotNegative();
    }

    @Test
    void timers_that_nobody_works_off_make_the_jobs_unwell_and_nothing_else() {
        JobsHealthIndicator health = new JobsHealthIndicator(readings,
                new OperationProperties(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ZERO));
        assertThat(health.health().getStatus()).as("nothing was counted yet").isEqualTo(Status.UNKNOWN);
        ComplaintNumber number = cases.recorded();

        ClockUtil.offset(Duration.ofDays(2).toMillis());
        readings.take();

        assertThat(readings.highest(Measure.JOB_LAG).orElse(0)).isGreaterThan(Duration.ofHours(12).toSeconds());
        assertThat(health.health().getStatus()).isEqualTo(HealthStates.DEGRADED);
        assertThat(cases.openTasks(number)).isNotEmpty();
    }

    @Test
    void every_metric_that_dashboard_and_alerts_ask_for_is_one_the_desk_gives() throws IOException {
        Set<String> given = Measure.ALL.stream().flatMap(measure -> measure.columns().stream())
                .map(column -> column.name().replace('.', '_') + (column.unit() == null ? "" : "_" + column.unit()))
                .collect(Collectors.toCollection(TreeSet::new));
        given.addAll(GIVEN_OTHERWISE);

        for (String file : new String[] {"dashboard.json", "alerts.yml"}) {
            Set<String> asked = NAMED.matcher(Files.readString(MONITORING.resolve(file))).results().map(found -> found.group())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(given).as(file).containsAll(asked);
        }
    }

    @Test
    void every_alert_leads_to_an_entry_of_the_runbook() throws IOException {
        Set<String> headings = Files.readAllLines(Path.of("docs/runbook.md")).stream().filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase().replaceAll("[^a-z0-9 -]", "").replace(' ', '-')).collect(Collectors.toSet());
        Stream<String> entries = Pattern.compile("docs/runbook.md#(\\S+)").matcher(Files.readString(MONITORING.resolve("alerts.yml"))).results()
                .map(found -> found.group(1));

        assertThat(entries).isNotEmpty().allMatch(headings::contains);
    }

    private double sum(String metric) {
        return registry.find(metric).gauges().stream().mapToDouble(gauge -> gauge.value()).sum();
    }
}
