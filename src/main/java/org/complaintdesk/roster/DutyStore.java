package org.complaintdesk.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hours and absences as they were entered. Hours are only ever added, absences taken back are only marked. */
@Component
class DutyStore {

    private static final String ABSENCES = "select * from absence where cancelled_at is null and ";

    private final JdbcClient jdbc;
    private final Clock clock;

    DutyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param id grows with each change */
    record Entry(long id, String person, DutyHours hours, String who, Instant at) {
    }

    /** @return what counts, by person; nothing for those nobody entered anything about */
    Map<String, Entry> hours(Collection<String> people) {
        return jdbc.sql("select distinct on (person) * from duty_hours where person = any(?) order by person, id desc")
                .param(people.toArray(String[]::new)).query(DutyStore::entry).list().stream()
                .collect(Collectors.toMap(Entry::person, entry -> entry));
    }

    /**
     * @param hours null when nothing was entered
     */
    record Whereabouts(String person, DutyHours hours, boolean absent) {
    }

    /** @return where these people are at one moment, in one question: it is asked for each notice */
    List<Whereabouts> at(Collection<String> people, Instant moment) {
        return jdbc.sql("""
                        select p.person, exists (select from absence a where a.cancelled_at is null and a.person = p.person
                                                    and a.starts_at <= :moment and a.ends_at > :moment) as absent,
                               (select hours from duty_hours h where h.person = p.person order by h.id desc limit 1) as hours
                          from unnest(:people) p (person)""")
                .param("people", people.toArray(String[]::new)).param("moment", at(moment))
                .query((row, index) -> new Whereabouts(row.getString("person"),
                        row.getString("hours") == null ? null : DutyHours.parse(row.getString("hours")), row.getBoolean("absent")))
                .list();
    }

    void enter(String person, DutyHours hours, String who) {
        jdbc.sql("insert into duty_hours (person, hours, who, at) values (?, ?, ?, ?)")
                .params(person, hours.text(), who, at(clock.instant())).update();
    }

    /** @return those that touch this time, the first to begin first */
    List<Absence> absences(Collection<String> people, Instant from, Instant until) {
        return jdbc.sql(ABSENCES + "person = any(?) and ends_at > ? and starts_at < ? order by starts_at, id")
                .params(people.toArray(String[]::new), at(from), at(until)).query(DutyStore::absence).list();
    }

    boolean isAbsent(String person, Instant moment) {
        return jdbc.sql("select exists (" + ABSENCES + "person = ? and starts_at <= ? and ends_at > ?)")
                .params(person, at(moment), at(moment)).query(Boolean.class).single();
    }

    void enter(String person, Instant from, Instant until, String reason, String who) {
        jdbc.sql("insert into absence (person, starts_at, ends_at, reason, entered_by, entered_at) values (?, ?, ?, ?, ?, ?)")
                .params(person, at(from), at(until), reason, who, at(clock.instant())).update();
    }

    Optional<Absence> find(long id) {
        return jdbc.sql(ABSENCES + "id = ?").param(id).query(DutyStore::absence).optional();
    }

    void takeBack(long id, String who) {
        jdbc.sql("update absence set cancelled_by = ?, cancelled_at = ? where id = ? and cancelled_at is null")
                .params(who, at(clock.instant()), id).update();
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(row.getLong("id"), row.getString("person"), DutyHours.parse(row.getString("hours")),
                row.getString("who"), instant(row, "at"));
    }

    private static Absence absence(ResultSet row, int index) throws SQLException {
        return new Absence(row.getLong("id"), row.getString("person"), instant(row, "starts_at"), instant(row, "ends_at"),
                row.getString("reason"), row.getString("entered_by"), instant(row, "entered_at"));
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
