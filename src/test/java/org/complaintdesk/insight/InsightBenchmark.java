package org.complaintdesk.insight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the overview costs with many cases, made up in the database. {@code mvn -Pbench verify};
 * {@code -Dbench.open=100000 -Dbench.finished=1000000} are the defaults. Results: {@code target/bench/insight.md}.
 */
@DeskTest
class InsightBenchmark {

    private static final int OPEN = Integer.getInteger("bench.open", 100_000);
    private static final int FINISHED = Integer.getInteger("bench.finished", 1_000_000);
    private static final int ROUNDS = 5;
    private static final Path RESULTS = Path.of("target/bench");
    private static final ShopScope ALL = new ShopScope(true, Set.of(), Set.of());
    private static final ShopScope ONE_OF_TEN = new ShopScope(false, Set.of("shop3"), LongStream.range(0, 10).mapToObj(n -> "shop" + n)
            .collect(Collectors.toSet()));

    @Autowired CaseDriver desk;
    @Autowired Snapshots snapshots;
    @Autowired Figures figures;
    @Autowired FinishedRows finished;
    @Autowired StepRows steps;
    @Autowired StepHistory history;
    @Autowired InstanceRows instances;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    private final StringBuilder report = new StringBuilder();

    @Test
    void measure() throws IOException {
        fill(desk.recorded().value());
        line("%,d open and %,d finished cases; medians of %d", OPEN, FINISHED, ROUNDS);
        timed("all figures, counted", () -> snapshots.count());
        timed("all figures, kept", () -> figures.now());
        Instant now = clock.instant().plusSeconds(60);
        Instant year = now.minus(Duration.ofDays(366));
        timed("finished cases, first page, all shops", () -> finished.find(query(null, null), year, now, null, ALL, 51));
        timed("finished cases, first page, one shop of ten", () -> finished.find(query(null, null), year, now, null, ONE_OF_TEN, 51));
        timed("finished cases, first page, one outcome in a hundred", () -> finished.find(query(null, "DUPLICATE"), year, now, null, ALL, 51));
        timed("finished cases, first page, an outcome that none has, the whole year",
                () -> finished.find(query(null, "UNREACHABLE"), year, now, null, ALL, 51));
        timed("finished cases, a page after half a million", () -> finished.find(query(null, null), year, now,
                new FinishedRows.After(now.minus(Duration.ofDays(180)), 0), ALL, 51));
        timed("finished case by its number", () -> finished.find(query("B-" + FINISHED / 2, null), year, now, null, ALL, 51));
        timed("the way of one case", () -> instances.visits("B-" + FINISHED / 2));
        timed("who stands where, counted", this::standing);
        timed("who stands where, kept", () -> steps.standing("complaint-handling", ONE_OF_TEN));
        timed("who stands longest at a step", () -> steps.longest("complaint-handling", "ProposeSolution", ONE_OF_TEN, 25));
        LocalDate today = LocalDate.now(clock);
        timed("stays of 30 days", () -> steps.stayed("complaint-handling", today.minusDays(30), today.plusDays(1), ONE_OF_TEN));
        timed("stays of 365 days", () -> steps.stayed("complaint-handling", today.minusDays(365), today.plusDays(1), ALL));
        jdbc.sql("insert into step_stay_reading (read_up_to) values (now() - interval '2 days') on conflict (id) do update set read_up_to = excluded.read_up_to")
                .update();
        timed("counting an hour of history", history::countNext);
        explain("figures", """
                select c.shop, c.stage, count(*) from complaint c where c.closed_at is null group by c.shop, c.stage""");
        explain("finished, an outcome that none has", "select c.id from complaint c where c.closed_at is not null "
                + "and c.closed_at >= now() - interval '366 days' and c.closing = 'UNREACHABLE' order by c.closed_at desc, c.id desc limit 51");
        explain("who stands where", "select h.act_id_, h.tenant_id_, count(*) from act_hi_actinst h where h.end_time_ is null "
                + "and h.proc_def_key_ = 'complaint-handling' and " + StepHistory.STEPS + " group by 1, 2");
        explain("an hour of history", "select h.act_id_, count(*) from act_hi_actinst h where h.end_time_ >= now()::timestamp - interval '40 hours' "
                + "and h.end_time_ < now()::timestamp - interval '39 hours' and " + StepHistory.STEPS + " group by 1");
        Files.createDirectories(RESULTS);
        Files.writeString(RESULTS.resolve("insight.md"), report);
    }

    private static FinishedQuery query(String number, String outcome) {
        return new FinishedQuery(Kind.COMPLAINTS, number, null, null, outcome, null);
    }

    private Object standing() {
        return new StepRows(jdbc, clock).standing("complaint-handling", ALL);
    }

    private void fill(String pattern) {
        List<String> made = List.of("id", "number", "shop", "stage", "received_at", "closed_at", "settlement_due", "settlement_clock",
                "closing", "escalation_level");
        String same = jdbc.sql("select column_name from information_schema.columns where table_schema = 'public' and table_name = 'complaint'")
                .query(String.class).list().stream().filter(column -> !made.contains(column)).map(column -> "c." + column)
                .collect(Collectors.joining(", "));
        jdbc.sql("alter table complaint disable trigger user").update();
        jdbc.sql("""
                insert into complaint (%s, number, shop, stage, received_at, closed_at, settlement_due, settlement_clock, closing, escalation_level)
                select %s, 'B-' || n, 'shop' || n %% 10, 'CLOSED', at - interval '30 hours', at, at, 'STOPPED',
                       (array['SATISFIED', 'NOT_AGREED'])[1 + n %% 2], 0
                  from complaint c, (select n, now() - (%d - n) * interval '%d milliseconds' as at from generate_series(1, %d) n) m
                 where c.number = '%s'""".formatted(same.replace("c.", ""), same, FINISHED, Duration.ofDays(365).toMillis() / FINISHED,
                FINISHED, pattern)).update();
        jdbc.sql("update complaint set closing = 'DUPLICATE' where number like 'B-%00'").update();
        jdbc.sql("""
                insert into complaint (%s, number, shop, stage, received_at, settlement_due, settlement_clock, escalation_level)
                select %s, 'O-' || n, 'shop' || n %% 10,
                       (array['RECEIVED', 'DIAGNOSING', 'PROPOSING', 'AWAITING_APPROVAL', 'AWAITING_CUSTOMER', 'EXECUTING', 'FOLLOWING_UP'])[1 + n %% 7],
                       now() - n * interval '30 seconds', now() + (n - 5000) * interval '20 seconds', 'RUNNING', (n %% 50 = 0)::int
                  from complaint c, generate_series(1, %d) n where c.number = '%s'""".formatted(same.replace("c.", ""), same, OPEN, pattern)).update();
        jdbc.sql("alter table complaint enable trigger user").update();
        jdbc.sql("""
                insert into customer_update (update_key, case_number, kind, audience, subject, body, message_id, state, created_at)
                select 'B/' || number, number, 'PROPOSAL', 'CUSTOMER', 'x', 'x', 'B/' || number, 'BOUNCED', now() from complaint where number like '%77'""")
                .update();
        jdbc.sql("""
                insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, end_time_, tenant_id_)
                select number, number, number, 'complaint-handling', 'bench', received_at, closed_at, shop from complaint
                 where number like 'B-%' or number like 'O-%'""").update();
        jdbc.sql("""
                insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, act_type_, start_time_,
                       end_time_, duration_, act_inst_state_, sequence_counter_, tenant_id_)
                select number || k, 'complaint-handling', 'bench', number, number, (array['DiagnoseProblem', 'ProposeSolution', 'HandleComplaint'])[k],
                       (array['userTask', 'userTask', 'subProcess'])[k], received_at, case when closed_at is null and k > 1 then null else
                       received_at + k * interval '9 hours' end, k * 32400000, 0, k, shop
                  from complaint, generate_series(1, 3) k where number like 'B-%' or number like 'O-%'""").update();
        jdbc.sql("""
                insert into step_stay select current_date - d, 'complaint-handling', 'Step' || s, 'shop' || h, l, 5, 5 * power(1.41, l)::bigint, power(1.41, l)::bigint
                  from generate_series(0, 364) d, generate_series(1, 25) s, generate_series(0, 9) h, generate_series(10, 21) l""").update();
        jdbc.sql("vacuum analyze").update();
    }

    private interface Work {
        Object run();
    }

    private void timed(String what, Work work) {
        work.run();
        long[] nanos = LongStream.range(0, ROUNDS).map(round -> {
            long begin = System.nanoTime();
            work.run();
            return System.nanoTime() - begin;
        }).sorted().toArray();
        line("| %s | %.1f ms |", what, nanos[ROUNDS / 2] / 1e6);
    }

    private void explain(String what, String sql) {
        line("%n%s%n```", what);
        jdbc.sql("explain (analyze, buffers, costs off) " + sql).query(String.class).list().forEach(plan -> line("%s", plan));
        line("```");
    }

    private void line(String format, Object... values) {
        String line = format.formatted(values);
        report.append(line).append('\n');
        System.out.println(line);
    }
}
