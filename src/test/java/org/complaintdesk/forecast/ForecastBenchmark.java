package org.complaintdesk.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.ComplaintQuery;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.deadline.Calendars;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What forecasts cost with many open cases, made up in the database. {@code mvn -Pbench verify};
 * {@code -Dbench.open=100000 -Dbench.stays=300000} are the defaults. Results: {@code target/bench/forecast.md}.
 */
@DeskTest
class ForecastBenchmark {

    private static final int OPEN = Integer.getInteger("bench.open", 100_000);
    private static final int STAYS = Integer.getInteger("bench.stays", 300_000);
    private static final Path RESULTS = Path.of("target/bench");

    @Autowired CaseDriver desk;
    @Autowired Complaints complaints;
    @Autowired Forecasts forecasts;
    @Autowired ForecastTurn turn;
    @Autowired ForecastRows rows;
    @Autowired Lessons lessons;
    @Autowired Marks marks;
    @Autowired Calendars calendars;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    private final StringBuilder report = new StringBuilder();

    @Test
    void measure() throws IOException {
        ComplaintNumber pattern = desk.diagnosed();
        fill(pattern);
        line("%,d open cases, %,d stays learned from", OPEN, STAYS);
        lessons.learn();
        Experience experience = timed("learning (query and sorting)", lessons::experience);
        Forecaster forecaster = new Forecaster(experience, calendars);
        timed("taking up all cases", () -> { rows.admit(); return null; });
        List<ForecastRows.Changed> changed = rows.changed(0, 1_000);
        timed("reading 1,000 changed cases (timeline, clock)", () -> {
            changed.forEach(one -> rows.mark(one, marks.of(one.number()).orElse(null)));
            return null;
        });
        markAll();
        timed("looking at 5,000 cases (computing alone)", () -> {
            rows.after(0, 5_000).forEach(one -> forecaster.look(one.mark(), clock.instant()));
            return null;
        });
        timed("a turn after learning (all cases told, tasks put in order, 45 s at most)", () -> { turn.take(); return null; });
        timed("the turn after that", () -> { turn.take(); return null; });
        line("raised so far: %d, waiting to be put in order: %d", jdbc.sql("select count(*) from case_forecast where raised > 0").query(Long.class).single(),
                jdbc.sql("select count(*) from case_forecast where unordered").query(Long.class).single());
        jdbc.sql("update case_forecast set unordered = false").update();
        timed("a turn with nothing to do", () -> { turn.take(); return null; });
        jdbc.sql("analyze case_forecast").update();
        line("looks due within the next minute: %d, hour: %d", dueWithin(Duration.ofMinutes(1)), dueWithin(Duration.ofHours(1)));
        line("tasks raised: %d", jdbc.sql("select count(*) from case_forecast where raised > 0").query(Long.class).single());
        for (CaseSort sort : CaseSort.values()) {
            timed("first page of the list, " + sort, () -> page(sort));
            timed("again", () -> page(sort));
        }
        List<String> page = complaints.search(ComplaintQuery.ALL, CaseSort.RISK.order(), PageRequest.of(0, 20), 1_000)
                .map(complaint -> complaint.number().value()).getContent();
        timed("the forecasts of a page of 20", () -> forecasts.of(page));
        timed("the forecast of a case page", () -> forecasts.of(pattern.value()));
        explain("changed cases", """
                select c.id from case_forecast f join complaint c on c.id = f.complaint_id
                where (f.seen <> c.version or exists (select from forecast_moved m where m.case_number = c.number)) and c.id > 0 order by c.id limit 500""");
        explain("new cases", """
                select c.id from complaint c where c.closed_at is null and c.settled_at is null
                except select complaint_id from case_forecast""");
        explain("looks due", "select * from case_forecast f join complaint c on c.id = f.complaint_id "
                + "where f.look_again_at <= now() order by f.look_again_at limit 500");
        explain("page by risk", "select c.id from complaint c join customer u on u.id = c.customer_id "
                + CaseSort.RISK.order().join() + " where " + CaseSort.RISK.order().only() + " order by " + CaseSort.RISK.order().by() + " limit 20");
        explain("tasks to put in order", "select * from case_forecast f where f.unordered and f.complaint_id > 0 order by f.complaint_id limit 500");
        Files.createDirectories(RESULTS);
        Files.writeString(RESULTS.resolve("forecast.md"), report);
    }

    private Object page(CaseSort sort) {
        return complaints.search(ComplaintQuery.ALL, sort.order(), PageRequest.of(0, 20), 1_000);
    }

    private long dueWithin(Duration time) {
        return jdbc.sql("select count(*) from case_forecast where look_again_at <= ?").param(Moments.utc(clock.instant().plus(time)))
                .query(Long.class).single();
    }

    /** Copies of one case, its story, its clock and its task, each received at another moment of the last day. */
    private void fill(ComplaintNumber pattern) {
        String of = "(select id from complaint where number = '" + pattern + "')";
        jdbc.sql("create table bench_made as select nextval('complaint_number') as n, random() * interval '8 hours' as ago from generate_series(1, "
                + OPEN + ")").update();
        jdbc.sql("""
                insert into complaint (%1$s, number, received_at, settlement_due)
                select %2$s, 'C-20200101-' || lpad(n::text, 6, '0'), now() - ago, now() - ago + interval '24 hours'
                from complaint c, bench_made where c.id = %3$s""".formatted(columns("complaint", "", "id", "number", "received_at", "settlement_due"),
                columns("complaint", "c.", "id", "number", "received_at", "settlement_due"), of)).update();
        jdbc.sql("""
                insert into complaint_event (complaint_id, at, who, what, details) select c.id, c.received_at + (e.id - (select min(id) from
                complaint_event where complaint_id = %1$s)) * interval '10 minutes', e.who, e.what, e.details
                from complaint c, complaint_event e where c.number like 'C-20200101-%%' and e.complaint_id = %1$s""".formatted(of)).update();
        jdbc.sql("""
                insert into case_clock (%s, case_number, started_at, watched_from, due_at) select %s, c.number, c.received_at, c.received_at, c.settlement_due
                from case_clock k, complaint c where k.case_number = '%s' and k.name = 'SETTLEMENT' and c.number like 'C-20200101-%%'"""
                .formatted(columns("case_clock", "", "id", "case_number", "started_at", "watched_from", "due_at"),
                        columns("case_clock", "k.", "id", "case_number", "started_at", "watched_from", "due_at"), pattern)).update();
        jdbc.sql("""
                insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_, is_active_, is_concurrent_,
                is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
                select c.number, 1, c.number, c.number, c.number, (select proc_def_id_ from act_ru_execution where business_key_ = '%s' limit 1),
                true, false, true, false, 1, 0, 1 from complaint c where c.number like 'C-20200101-%%'""".formatted(pattern)).update();
        jdbc.sql("""
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, priority_, create_time_, suspension_state_)
                select c.number, 1, c.number, c.number, e.proc_def_id_, 'x', 'ProposeSolution', 60, now(), 1
                from complaint c join act_ru_execution e on e.id_ = c.number where c.number like 'C-20200101-%'""").update();
        jdbc.sql("""
                insert into stage_stay select %s, now() - n * interval '40 seconds', now() - n * interval '30 seconds',
                (array['RECEIVED', 'DIAGNOSING', 'PROPOSING', 'EXECUTING'])[1 + n %% 4],
                (array['DAMAGED_IN_TRANSIT', 'QUALITY', 'PRICE'])[1 + n %% 3], 'ROUND_THE_CLOCK', stayed, stayed + more from
                (select n, (random() * random() * 18 * 3600000)::bigint as stayed, (random() * random() * 20 * 3600000)::bigint as more
                from generate_series(1, %s) n) s""".formatted(of, STAYS)).update();
        jdbc.sql("analyze").update();
    }

    /** As if a turn had read them all. */
    private void markAll() {
        jdbc.sql("""
                update case_forecast f set seen = c.version, stage = 'PROPOSING', category = 'DAMAGED_IN_TRANSIT', marked_at = now(),
                spent = extract(epoch from now() - c.received_at - interval '20 minutes') * 1000, running = true,
                remaining = extract(epoch from c.settlement_due - now()) * 1000,
                calendar = 'ROUND_THE_CLOCK', zone = 'Asia/Shanghai', hours = 'always', holidays = false
                from complaint c where c.id = f.complaint_id and c.number like 'C-20200101-%'""").update();
        jdbc.sql("update case_forecast set spent = 0 where spent < 0").update();
        jdbc.sql("analyze case_forecast").update();
    }

    private String columns(String table, String prefix, String... without) {
        return String.join(", ", jdbc.sql("select column_name from information_schema.columns where table_name = ? and table_schema = 'public'")
                .param(table).query(String.class).list().stream().filter(column -> !List.of(without).contains(column))
                .map(column -> prefix + column).toList());
    }

    private <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        line("| %s | %,d ms |", what, Duration.ofNanos(System.nanoTime() - start).toMillis());
        return result;
    }

    private void explain(String what, String sql) {
        line("%n%s%n```", what);
        jdbc.sql("explain (analyze, buffers, costs off, summary on) " + sql).query(String.class).list().forEach(plan -> line("%s", plan));
        line("```");
    }

    private void line(String form, Object... values) {
        report.append(form.formatted(values)).append(System.lineSeparator());
        System.out.println("BENCH " + form.formatted(values));
    }
}
