package org.complaintdesk.forecast;

import static org.complaintdesk.forecast.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.deadline.CalendarSheet;
import org.complaintdesk.policy.Category;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of open cases, so that lists can be sorted and only what changes has to be looked at. */
@Component
class ForecastRows {

    private static final String OPEN = "c.closed_at is null and c.settled_at is null";
    private static final String CHANGED = "(f.seen <> c.version "
            + "or exists (select from forecast_moved m where m.case_number = c.number))";
    private static final String KEPT = """
            select f.*, c.number, c.priority as proposed,
            case when c.settled_at is null then c.escalation_level else 0 end as escalation,
            coalesce(c.settled_at, c.closed_at) is not null as ended
            from case_forecast f join complaint c on c.id = f.complaint_id where
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ForecastRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @param ended whether it is settled or closed */
    record Changed(long id, String number, int version, boolean ended) {
    }

    /** @param mark null when there is nothing to forecast */
    record Kept(long id, String number, Mark mark, Risk risk, int raised, Integer proposed, int escalation,
                boolean ended) {
    }

    record Told(Kept kept, Look look) {
    }

    /** Takes up open cases that are new here. Both sides are read before anything is added, however little is known of them. */
    void admit() {
        jdbc.sql("""
                insert into case_forecast (complaint_id)
                select c.id from complaint c where %s except select complaint_id from case_forecast
                on conflict do nothing""".formatted(OPEN)).update();
    }

    List<Changed> changed(long after, int atMost) {
        return jdbc.sql("""
                        select c.id, c.number, c.version, not (%s) as ended from case_forecast f
                        join complaint c on c.id = f.complaint_id
                        where %s and c.id > ? order by c.id limit ?""".formatted(OPEN, CHANGED)).params(after, atMost)
                .query((row, index) -> new Changed(row.getLong("id"), row.getString("number"), row.getInt("version"),
                        row.getBoolean("ended"))).list();
    }

    /** The clocks of a case moved; in the transaction that moved them. */
    void moved(String number) {
        jdbc.sql("insert into forecast_moved (case_number) values (?)").param(number).update();
    }

    /** @return what of {@link #moved} is known by now; it stays until it is taken away */
    List<Long> heard() {
        return jdbc.sql("select id from forecast_moved").query(Long.class).list();
    }

    /** @param numbers of the cases that were read since */
    void takeAway(List<Long> heard, List<String> numbers) {
        jdbc.sql("delete from forecast_moved where id = any(:heard) and case_number in (:numbers)")
                .param("heard", heard.toArray(Long[]::new)).param("numbers", numbers).update();
    }

    /** The same when every case was read. */
    void takeAway(List<Long> heard) {
        jdbc.sql("delete from forecast_moved where id = any(:heard)").param("heard", heard.toArray(Long[]::new)).update();
    }

    /** @param mark null when there is nothing to forecast */
    void mark(Changed changed, Mark mark) {
        CalendarSheet calendar = mark == null ? null : mark.calendar();
        jdbc.sql("""
                        update case_forecast set seen = :seen, stage = :stage, category = :category,
                        marked_at = :at, spent = :spent, remaining = :left, running = :running, calendar = :calendar,
                        zone = :zone, hours = :hours, holidays = :holidays, look_again_at = :at, unordered = true
                        where complaint_id = :id""")
                .param("id", changed.id()).param("seen", changed.version())
                .param("stage", mark == null ? null : mark.stage().name())
                .param("category", mark == null || mark.category() == null ? null : mark.category().name())
                .param("at", mark == null ? null : utc(mark.at()))
                .param("spent", mark == null ? null : mark.spent().toMillis())
                .param("left", mark == null ? null : mark.left().toMillis())
                .param("running", mark == null ? null : mark.running())
                .param("calendar", calendar == null ? null : calendar.name())
                .param("zone", calendar == null ? null : calendar.zone().getId())
                .param("hours", calendar == null ? null : calendar.hours())
                .param("holidays", calendar == null ? null : calendar.holidays()).update();
    }

    List<Kept> byIds(Collection<Long> ids) {
        return jdbc.sql(KEPT + "f.complaint_id in (:ids)").param("ids", ids).query(ForecastRows::kept).list();
    }

    /** @return those of which what is kept is still true */
    List<Kept> current(Collection<String> numbers) {
        return jdbc.sql(KEPT + "c.number in (:numbers) and %s and not %s".formatted(OPEN, CHANGED)).param("numbers", numbers)
                .query(ForecastRows::kept).list();
    }

    List<Kept> dueForALook(Instant now, int atMost) {
        return jdbc.sql(KEPT + "f.look_again_at <= ? order by f.look_again_at limit ?").params(utc(now), atMost)
                .query(ForecastRows::kept).list();
    }

    List<Kept> after(long id, int atMost) {
        return jdbc.sql(KEPT + "f.complaint_id > ? order by f.complaint_id limit ?").params(id, atMost)
                .query(ForecastRows::kept).list();
    }

    List<Kept> unordered(long after, int atMost) {
        return jdbc.sql(KEPT + "f.unordered and f.complaint_id > ? order by f.complaint_id limit ?").params(after, atMost)
                .query(ForecastRows::kept).list();
    }

    /** Keeps what was seen; the tasks of cases whose raise is another now wait to be put in order. */
    void tell(List<Told> told) {
        batches.batchUpdate("""
                update case_forecast set chance = ?, risk = ?, likely_at = ?, look_again_at = ?,
                unordered = unordered or raised <> ?
                where complaint_id = ?""", told, 1_000, (statement, one) -> {
            Forecast forecast = one.look().forecast();
            statement.setObject(1, forecast.chance());
            statement.setString(2, forecast.risk().name());
            statement.setObject(3, utc(forecast.likelyAt()));
            statement.setObject(4, utc(one.look().again()));
            statement.setInt(5, forecast.risk().raise());
            statement.setLong(6, one.kept().id());
        });
    }

    /** Nothing is to be said of these. */
    void silence(Collection<Long> ids) {
        jdbc.sql("""
                update case_forecast set chance = null, risk = 'UNKNOWN', likely_at = null, look_again_at = null
                where complaint_id in (:ids)""").param("ids", ids).update();
    }

    void ordered(long id, int raised) {
        jdbc.sql("update case_forecast set raised = ?, unordered = false where complaint_id = ?").params(raised, id).update();
    }

    void remove(long id) {
        jdbc.sql("delete from case_forecast where complaint_id = ?").param(id).update();
    }

    private static Kept kept(ResultSet row, int index) throws SQLException {
        return new Kept(row.getLong("complaint_id"), row.getString("number"),
                row.getString("stage") == null ? null : mark(row),
                Risk.valueOf(row.getString("risk")), row.getInt("raised"), row.getObject("proposed", Integer.class),
                row.getInt("escalation"), row.getBoolean("ended"));
    }

    private static Mark mark(ResultSet row) throws SQLException {
        String category = row.getString("category");
        return new Mark(Stage.valueOf(row.getString("stage")), category == null ? null : Category.valueOf(category),
                Moments.read(row, "marked_at"), Duration.ofMillis(row.getLong("spent")),
                Duration.ofMillis(row.getLong("remaining")),
                row.getBoolean("running"), new CalendarSheet(row.getString("calendar"), ZoneId.of(row.getString("zone")),
                row.getString("hours"), row.getBoolean("holidays")));
    }
}
