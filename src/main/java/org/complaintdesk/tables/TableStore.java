package org.complaintdesk.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which version of a table is whose, why it was put in force, and what people are working on. */
@Component
class TableStore {

    private static final TypeReference<List<Rule>> RULES = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    TableStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Who put a version in force, and why. */
    record Origin(boolean house, String who, Instant at, String note) {
    }

    /** @return the digest of the software's table that was last put in force or set aside */
    Optional<String> shipped(String table) {
        return jdbc.sql("select shipped from policy_table where name = ?").param(table).query(String.class).optional();
    }

    /** Whoever else changes the table waits until this transaction ends. */
    void lock(String table) {
        jdbc.sql("insert into policy_table (name, shipped) values (?, '') on conflict (name) do nothing").param(table).update();
        jdbc.sql("select name from policy_table where name = ? for update").param(table).query(String.class).single();
    }

    /** @return false when a later edition has looked after the table before */
    boolean look(String table, Instant edition) {
        OffsetDateTime ours = edition.atOffset(ZoneOffset.UTC);
        return jdbc.sql("update policy_table set built_at = ? where name = ? and built_at <= ?")
                .params(ours, table, ours).update() == 1;
    }

    void shipped(String table, String digest) {
        jdbc.sql("insert into policy_table (name, shipped) values (?, ?) on conflict (name) do update set shipped = excluded.shipped")
                .params(table, digest).update();
    }

    void add(String table, String definition, boolean house, String who, String note) {
        jdbc.sql("insert into policy_version (definition_id, name, house, who, at, note) values (?, ?, ?, ?, ?, ?)")
                .params(definition, table, house, who, now(), note).update();
    }

    /** @return by the engine's id of the version; what was deployed without the desk is left out */
    Map<String, Origin> origins(String table) {
        return jdbc.sql("select * from policy_version where name = ?").param(table).query((row, index) ->
                Map.entry(row.getString("definition_id"), new Origin(row.getBoolean("house"), row.getString("who"),
                        at(row, "at"), row.getString("note"))))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Draft> draft(String table, String who) {
        return jdbc.sql("select * from policy_draft where name = ? and who = ?").params(table, who).query(this::draft).optional();
    }

    /** @return who works on which table, latest first */
    List<Draft> drafts() {
        return jdbc.sql("select * from policy_draft order by changed_at desc").query(this::draft).list();
    }

    /** Keeps a first draft in place of whatever there was. */
    void begin(String table, String who, String base, List<Rule> rules, String note) {
        jdbc.sql("insert into policy_draft (name, who, base, revision, rules, note, changed_at) values (?, ?, ?, 1, ?, ?, ?)"
                + " on conflict (name, who) do update set base = excluded.base, revision = policy_draft.revision + 1,"
                + " rules = excluded.rules, note = excluded.note, changed_at = excluded.changed_at")
                .params(table, who, base, written(rules), note, now()).update();
    }

    /** @return false when the draft is no longer at this revision; then nothing is kept */
    boolean change(Draft draft, String base, List<Rule> rules) {
        return jdbc.sql("update policy_draft set rules = ?, base = ?, revision = revision + 1, changed_at = ?"
                + " where name = ? and who = ? and revision = ?")
                .params(written(rules), base, now(), draft.table(), draft.who(), draft.revision()).update() == 1;
    }

    void discard(String table, String who) {
        jdbc.sql("delete from policy_draft where name = ? and who = ?").params(table, who).update();
    }

    private Draft draft(ResultSet row, int index) throws SQLException {
        try {
            return new Draft(row.getString("name"), row.getString("who"), row.getString("base"), row.getInt("revision"),
                    json.readValue(row.getString("rules"), RULES), row.getString("note"), at(row, "changed_at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft of " + row.getString("name") + " cannot be read", e);
        }
    }

    private String written(List<Rule> rules) {
        try {
            return json.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rules cannot be written", e);
        }
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
