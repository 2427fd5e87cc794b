package org.complaintdesk.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stories of all cases of one kind: append-only, except that a person's data is erased.
 *
 * @param <W> what can happen to a case of this kind
 * @param <E> a line of its timeline
 */
public final class CaseTimeline<W extends Enum<W> & CaseHappening, E> {

    /** The process itself, as {@code who}. */
    public static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final CaseTimelines timelines;
    private final String kind;
    private final Class<W> words;
    private final Line<W, E> line;

    /** Makes a line of what is kept. */
    @FunctionalInterface
    public interface Line<W, E> {

        E of(Instant at, String who, W what, Map<String, String> details);
    }

    CaseTimeline(JdbcClient jdbc, CaseTimelines timelines, String kind, Class<W> words, Line<W, E> line) {
        this.jdbc = jdbc;
        this.timelines = timelines;
        this.kind = kind;
        this.words = words;
        this.line = line;
    }

    public void append(long id, List<CaseChanges.Noted<W>> noted) {
        append(id, null, noted);
    }

    /** @param who whose doing it is; null when it is whoever is signed in, or the process itself */
    public void append(long id, String who, List<CaseChanges.Noted<W>> noted) {
        if (!noted.isEmpty()) {
            jdbc.sql(appending()).params(lines(id, who, noted)).update();
        }
    }

    /** @return the statement that appends {@link #lines}, for who writes something else in the same statement */
    public String appending() {
        return appendingTo("?");
    }

    /**
     * The same for a case whose id only that statement knows.
     *
     * @param id how the statement tells it
     */
    public String appendingTo(String id) {
        return """
                insert into %1$s_event (%1$s_id, at, who, what, details)
                select %2$s, ?, e.who, e.what, e.details
                  from json_to_recordset(?::json) as e(who text, what text, details json)""".formatted(kind, id);
    }

    /** @return the parameters of {@link #appending} */
    public List<Object> lines(long id, String who, List<CaseChanges.Noted<W>> noted) {
        return Stream.concat(Stream.of(id), lines(who, noted).stream()).toList();
    }

    /** @return the parameters of {@link #appendingTo}, without those of the id */
    public List<Object> lines(List<CaseChanges.Noted<W>> noted) {
        return lines(null, noted);
    }

    private List<Object> lines(String who, List<CaseChanges.Noted<W>> noted) {
        List<Map<String, Object>> lines = noted.stream().<Map<String, Object>>map(happened -> Map.of(
                "who", who == null ? who(happened.what()) : who, "what", happened.what().name(), "details", happened.details())).toList();
        return List.of(OffsetDateTime.ofInstant(timelines.now(), ZoneOffset.UTC), timelines.write(lines));
    }

    /** @return what {@link #latest(long, Set)} will find once these lines are appended */
    public Map<W, E> latest(long id, Set<W> any, List<CaseChanges.Noted<W>> noted) {
        Map<W, E> latest = latest(id, any);
        noted.stream().filter(happened -> any.contains(happened.what())).forEach(happened -> latest.put(happened.what(),
                line.of(timelines.now(), who(happened.what()), happened.what(), happened.details())));
        return latest;
    }

    /** A person's data is erased: of what was noted only this is kept. */
    public void rewrite(long id, Function<CaseChanges.Noted<W>, Map<String, String>> kept) {
        jdbc.sql(sql("select id, what, details from %1$s_event where %1$s_id = ?")).param(id)
                .query((row, index) -> Map.entry(row.getLong("id"), kept.apply(new CaseChanges.Noted<>(
                        Enum.valueOf(words, row.getString("what")), timelines.read(row.getString("details"))))))
                .list()
                .forEach(line -> jdbc.sql(sql("update %1$s_event set details = ?::json where id = ?"))
                        .params(timelines.write(line.getValue()), line.getKey()).update());
    }

    private String who(W what) {
        return what.isAutomatic() ? SYSTEM : timelines.person().orElse(SYSTEM);
    }

    /** @return oldest first */
    public List<E> of(long id) {
        return jdbc.sql(sql("select at, who, what, details from %1$s_event where %1$s_id = ? order by id"))
                .param(id).query(this::line).list();
    }

    /** @return the latest time this happened; empty when it never did */
    public Optional<E> latest(long id, W what) {
        return jdbc.sql(sql("""
                        select at, who, what, details from %1$s_event where %1$s_id = ? and what = ?
                        order by id desc limit 1"""))
                .params(id, what.name()).query(this::line).optional();
    }

    /** @return the latest time each of these happened; those that never did are missing */
    public Map<W, E> latest(long id, Set<W> any) {
        Map<W, E> latest = new EnumMap<>(words);
        jdbc.sql(sql("""
                        select distinct on (what) at, who, what, details from %1$s_event where %1$s_id = ? and what = any(?)
                        order by what, id desc"""))
                .params(id, any.stream().map(Enum::name).toArray(String[]::new))
                .query(row -> {
                    latest.put(Enum.valueOf(words, row.getString("what")), line(row, row.getRow()));
                });
        return latest;
    }

    private E line(ResultSet row, int index) throws SQLException {
        return line.of(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("who"),
                Enum.valueOf(words, row.getString("what")), timelines.read(row.getString("details")));
    }

    private String sql(String form) {
        return form.formatted(kind);
    }
}
