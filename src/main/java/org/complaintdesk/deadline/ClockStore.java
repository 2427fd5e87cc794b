package org.complaintdesk.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of clocks, and their ledger. Each write is one statement. */
@Component
class ClockStore {

    private static final String INSERT = """
            with kept as (insert into case_clock (case_number, name, subject, %s)
                          values (:case_number, :name, :subject, %s)
                          on conflict on constraint case_clock_once do nothing returning id)
            """.formatted(String.join(", ", ClockColumns.NAMES), ClockColumns.values());
    private static final String UPDATE = """
            with kept as (update case_clock set (%s) = row(%s) where id = :id returning id)
            """.formatted(String.join(", ", ClockColumns.NAMES), ClockColumns.values());
    private static final String NOTE = """
            , noted as (insert into clock_entry
                               (clock_id, what, at, recorded_at, who, why, rule, version, target, calendar, due_at)
                        select kept.id, e.what, e.at, e.recorded, e.by, e.why, e.rule, e.version, e.target, e.calendar, :due_at
                          from kept, jsonb_to_recordset(:entries::jsonb)
                               as e(what text, at timestamptz, recorded timestamptz, by text, why text, rule text,
                                    version text, target text, calendar text))
            select id from kept
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ClockColumns columns;

    ClockStore(JdbcClient jdbc, ObjectMapper json, ClockColumns columns) {
        this.jdbc = jdbc;
        this.json = json;
        this.columns = columns;
    }

    /** @return the clocks of the case, in the order they began, without their ledgers */
    List<KeptClock> of(String caseNumber) {
        return jdbc.sql("select * from case_clock where case_number = ? order by id").param(caseNumber)
                .query(columns::read).list();
    }

    /** The same, for whoever changes them: others who want to wait here. */
    List<KeptClock> lock(String caseNumber) {
        return jdbc.sql("select * from case_clock where case_number = ? order by id for update").param(caseNumber)
                .query(columns::read).list();
    }

    /** @return the clock with its id; empty when another transaction was faster to begin it */
    Optional<KeptClock> add(KeptClock clock, Instant now) {
        return jdbc.sql(INSERT + NOTE).param("case_number", clock.key().caseNumber())
                .param("name", clock.key().name().name()).param("subject", clock.key().subject())
                .params(columns.write(clock, now)).param("entries", entries(clock))
                .query(Long.class).optional().map(clock::withId);
    }

    KeptClock update(KeptClock clock, Instant now) {
        long id = jdbc.sql(UPDATE + NOTE).param("id", clock.id()).params(columns.write(clock, now))
                .param("entries", entries(clock)).query(Long.class).single();
        return clock.withId(id);
    }

    void add(long clock, RaisedAlarm alarm) {
        jdbc.sql("insert into clock_alarm (clock_id, run, level, moment, raised_at, due_at, escalates, covered)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)").params(clock, alarm.run(), alarm.level().name(), utc(alarm.moment()),
                        utc(alarm.raisedAt()), utc(alarm.dueAt()), alarm.escalates(), alarm.covered()).update();
    }

    /** @return the ledger of every clock of the case, by the clock's id, in the order it was written */
    Map<Long, List<LedgerLine>> ledgers(String caseNumber) {
        return jdbc.sql("""
                select e.* from clock_entry e join case_clock c on c.id = e.clock_id
                 where c.case_number = ? order by e.id""").param(caseNumber)
                .query((row, index) -> Map.entry(row.getLong("clock_id"), ClockColumns.line(row))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    Map<Long, List<RaisedAlarm>> alarms(String caseNumber) {
        return jdbc.sql("""
                select a.*, c.case_number, c.name, c.subject from clock_alarm a join case_clock c on c.id = a.clock_id
                 where c.case_number = ? order by a.id""").param(caseNumber)
                .query((row, index) -> Map.entry(row.getLong("clock_id"), ClockColumns.alarm(row))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private String entries(KeptClock clock) {
        List<Map<String, String>> lines = clock.clock().ledger().stream().map(ClockColumns::entry).toList();
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The ledger of " + clock.key() + " cannot be written", e);
        }
    }

    static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
