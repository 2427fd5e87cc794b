package org.complaintdesk.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.deadline.ClockView.Wait;
import org.complaintdesk.deadline.KeptClock.Held;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;

/** A clock as the columns of its row. */
@Component
class ClockColumns {

    static final List<String> NAMES = List.of("run", "state", "started_at", "watched_from", "interruptions", "waits",
            "target", "calendar", "alarms", "on_breach", "due_set", "rule", "version", "table_version",
            "checked_version", "severity", "category", "channel", "shop", "raised", "behind_level", "behind_at",
            "due_at", "stopped_at", "ran_millis", "provisional");

    private static final int LONGEST_WHY = 600;

    private final Calendars calendars;
    private final ObjectMapper json;

    ClockColumns(Calendars calendars, ObjectMapper json) {
        this.calendars = calendars;
        this.json = json;
    }

    /** @return the row, as its columns take it from JSON */
    Map<String, Object> write(KeptClock kept, Instant now) {
        CaseClock clock = kept.clock();
        Terms terms = clock.terms();
        Map<String, Object> row = new HashMap<>();
        row.put("id", kept.isKept() ? kept.id() : null);
        row.put("case_number", kept.key().caseNumber());
        row.put("name", kept.key().name().name());
        row.put("subject", kept.key().subject());
        row.put("run", kept.run());
        row.put("state", kept.state().name());
        row.put("started_at", clock.started());
        row.put("watched_from", clock.watchedFrom());
        row.put("interruptions", clock.interruptions());
        row.put("waits", kept.waits());
        row.put("target", terms.target().toString());
        row.put("calendar", CalendarText.write(Calendars.sheet(terms.calendar())));
        row.put("alarms", shares(terms.alarms()));
        row.put("on_breach", kept.held().onBreach().name());
        row.put("due_set", kept.held().dueSet());
        row.put("rule", terms.rule().name());
        row.put("version", terms.rule().version());
        row.put("table_version", kept.held().tableVersion());
        row.put("checked_version", kept.held().checkedVersion());
        row.put("severity", kept.traits().severity().name());
        row.put("category", kept.traits().category() == null ? null : kept.traits().category().name());
        row.put("channel", kept.traits().channel());
        row.put("shop", kept.traits().shop());
        row.put("raised", kept.raised().stream().map(AlarmLevel::name).collect(Collectors.joining(",")));
        row.put("behind_level", kept.behind() == null ? null : kept.behind().level().name());
        row.put("behind_at", kept.behind() == null ? null : kept.behind().at());
        row.put("due_at", clock.dueAt(now));
        row.put("stopped_at", clock.stopped().orElse(null));
        row.put("ran_millis", clock.isStopped() ? clock.elapsed(now).toMillis() : null);
        row.put("provisional", clock.unpublishedYears(now));
        return row;
    }

    KeptClock read(ResultSet row, int index) throws SQLException {
        String category = row.getString("category");
        CaseTraits traits = new CaseTraits(Severity.valueOf(row.getString("severity")),
                category == null ? null : Category.valueOf(category), row.getString("channel"), row.getString("shop"));
        ClockKey key = key(row);
        Terms terms = new Terms(new Rule(row.getString("rule"), row.getString("version")),
                Target.parse(row.getString("target")), calendars.read(CalendarText.read(row.getString("calendar"))),
                shares(row.getString("alarms")));
        CaseClock clock = new CaseClock(key.name().name(), terms, instant(row, "started_at"),
                list(row.getString("interruptions"), new TypeReference<List<Interruption>>() { }),
                instant(row, "watched_from"), List.of());
        Held held = new Held(row.getString("table_version"), row.getString("checked_version"),
                OnBreach.valueOf(row.getString("on_breach")), row.getBoolean("due_set"));
        String behind = row.getString("behind_level");
        return new KeptClock(row.getLong("id"), key, row.getInt("run"), clock, traits, held,
                list(row.getString("waits"), new TypeReference<List<Wait>>() { }), levels(row.getString("raised")),
                behind == null ? null : new Alarm(AlarmLevel.valueOf(behind), instant(row, "behind_at")));
    }

    /** @param due what is due after it */
    static Map<String, Object> entry(ClockKey key, LedgerEntry entry, Instant due) {
        Map<String, Object> line = new HashMap<>();
        line.put("name", key.name().name());
        line.put("subject", key.subject());
        line.put("what", entry.what().name());
        line.put("at", entry.at().toString());
        line.put("recorded_at", entry.recorded().toString());
        line.put("who", entry.by());
        line.put("why", entry.why().length() <= LONGEST_WHY ? entry.why() : entry.why().substring(0, LONGEST_WHY));
        line.put("rule", entry.terms().rule().name());
        line.put("version", entry.terms().rule().version());
        line.put("target", entry.terms().target().toString());
        line.put("calendar", CalendarText.write(Calendars.sheet(entry.terms().calendar())));
        line.put("due_at", due.toString());
        return line;
    }

    static LedgerLine line(ResultSet row) throws SQLException {
        ClockChange what = ClockChange.valueOf(row.getString("what"));
        String why = row.getString("why");
        PauseReason reason = what == ClockChange.PAUSED ? PauseReason.read(why) : new PauseReason("NONE", null);
        return new LedgerLine(what, instant(row, "at"), instant(row, "recorded_at"), row.getString("who"),
                what == ClockChange.PAUSED ? reason.word() : why, reason.detail(), row.getString("rule"),
                row.getString("version"), row.getString("target"), CalendarText.read(row.getString("calendar")),
                instant(row, "due_at"));
    }

    static RaisedAlarm alarm(ResultSet row) throws SQLException {
        return new RaisedAlarm(key(row), AlarmLevel.valueOf(row.getString("level")), row.getInt("run"),
                instant(row, "moment"), instant(row, "raised_at"), instant(row, "due_at"), row.getBoolean("escalates"),
                row.getBoolean("covered"));
    }

    private static ClockKey key(ResultSet row) throws SQLException {
        return new ClockKey(row.getString("case_number"), ClockName.valueOf(row.getString("name")),
                row.getString("subject"));
    }

    private static String shares(AlarmShares shares) {
        return shares.shares().entrySet().stream()
                .map(level -> level.getKey() + "=" + level.getValue().toPlainString()).collect(Collectors.joining(","));
    }

    private static AlarmShares shares(String text) {
        Map<AlarmLevel, BigDecimal> shares = new EnumMap<>(AlarmLevel.class);
        words(text).map(level -> level.split("="))
                .forEach(level -> shares.put(AlarmLevel.valueOf(level[0]), new BigDecimal(level[1])));
        return new AlarmShares(shares);
    }

    private static Set<AlarmLevel> levels(String text) {
        return words(text).map(AlarmLevel::valueOf).collect(Collectors.toSet());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(",")).filter(word -> !word.isEmpty());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private <T> List<T> list(String text, TypeReference<List<T>> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A clock cannot be read: " + text, e);
        }
    }
}
