package org.complaintdesk.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of clocks, and their ledger. What is written together is one statement. */
@Component
class ClockStore {

    private static final String WRITE = """
            with given as (select * from jsonb_populate_recordset(null::case_clock, :clocks::jsonb)),
                 begun as (insert into case_clock (case_number, name, subject, %1$s)
                           select case_number, name, subject, %1$s from given where id is null
                           on conflict on constraint case_clock_once do nothing returning id, name, subject),
                 changed as (update case_clock c set (%1$s) = row(%2$s) from given
                              where c.case_number = :case and c.name = given.name and c.subject = given.subject
                                and given.id is not null
                             returning c.id, c.name, c.subject),
                 kept as (select * from begun union all select * from changed),
                 noted as (insert into clock_entry
                                  (clock_id, what, at, recorded_at, who, why, rule, version, target, calendar, due_at)
                           select kept.id, e.what, e.at, e.recorded_at, e.who, e.why, e.rule, e.version, e.target, e.calendar,
                                  e.due_at
                             from jsonb_to_recordset(:entries::jsonb)
                                  as e(line integer, name text, subject text, what text, at timestamptz,
                                       recorded_at timestamptz, who text, why text, rule text, version text, target text,
                                       calendar text, due_at timestamptz)
                             join kept on kept.name = e.name and kept.subject = e.subject
                            order by e.line)
            select id, name, subject from kept
            """.formatted(String.join(", ", ClockColumns.NAMES),
                    ClockColumns.NAMES.stream().map("given."::concat).collect(Collectors.joining(", ")));

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

    /**
     * @param caseNumber whose clocks all of them are
     * @return their ids; without those that another transaction was faster to begin
     */
    Map<ClockKey, Long> write(String caseNumber, UnwrittenClocks unwritten, Instant now) {
        Map<ClockKey, Long> kept = new HashMap<>();
        List<Map<String, Object>> rows = unwritten.clocks().stream().map(clock -> columns.write(clock, now)).toList();
        jdbc.sql(WRITE).param("case", caseNumber).param("clocks", text(rows)).param("entries", text(unwritten.entries()))
                .query(row -> {
                    ClockName name = ClockName.valueOf(row.getString("name"));
                    kept.put(new ClockKey(caseNumber, name, row.getString("subject")), row.getLong("id"));
                });
        return kept;
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

    private String text(List<Map<String, Object>> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Clocks cannot be written: " + rows, e);
        }
    }

    static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
