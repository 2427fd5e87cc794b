package org.complaintdesk.forecast;

import static org.complaintdesk.forecast.Moments.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.forecast.Experience.Situation;
import org.complaintdesk.policy.Category;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stays that are learned from. */
@Component
class KeptStays {

    /** Newer ones say more, and as many are enough for two digits. */
    private static final int OF_EACH_SITUATION = 500;
    /** A transaction may commit later than the moment it notes. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final JdbcClient jdbc;

    KeptStays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A case that has ended and that nothing was learned from yet. */
    record Ended(long id, String number, Instant at) {
    }

    /**
     * Duplicates say nothing of how long work takes.
     *
     * @param since what ended before is too old
     * @param after the last one seen; null to begin
     * @return the first to end first
     */
    List<Ended> ended(Instant since, Ended after, int atMost) {
        return jdbc.sql("""
                        select c.id, c.number, coalesce(c.settled_at, c.closed_at) as at from complaint c
                        where coalesce(c.settled_at, c.closed_at) is not null
                        and (coalesce(c.settled_at, c.closed_at), c.id) > (:at, :id)
                        and (c.settled_at is not null or c.closing <> 'DUPLICATE')
                        and not exists (select from stage_stay s where s.complaint_id = c.id
                            and s.ended_at = coalesce(c.settled_at, c.closed_at) and s.ended_at >= :at)
                        order by coalesce(c.settled_at, c.closed_at), c.id limit :limit""")
                .param("at", utc(after == null ? from(since) : after.at())).param("id", after == null ? 0 : after.id())
                .param("limit", atMost)
                .query((row, index) -> new Ended(row.getLong("id"), row.getString("number"), Moments.read(row, "at")))
                .list();
    }

    private Instant from(Instant since) {
        return jdbc.sql("select max(ended_at) as at from stage_stay")
                .query((row, index) -> Optional.ofNullable(Moments.read(row, "at")))
                .single().map(latest -> latest.minus(OVERLAP)).filter(since::isBefore).orElse(since);
    }

    void keep(long id, List<KeptStay> stays) {
        stays.forEach(kept -> jdbc.sql("""
                        insert into stage_stay
                        (complaint_id, entered_at, ended_at, stage, category, calendar, stayed, needed) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, utc(kept.entered()), utc(kept.ended()), kept.stage().name(),
                        kept.category() == null ? null : kept.category().name(), kept.calendar(),
                        kept.stay().stayed().toMillis(), kept.stay().needed().toMillis()).update());
    }

    void forgetBefore(Instant moment) {
        jdbc.sql("delete from stage_stay where ended_at < ?").param(utc(moment)).update();
    }

    Experience learn(Instant since) {
        Map<Situation, List<Stay>> known = new HashMap<>();
        jdbc.sql("""
                        select * from (select stage, category, calendar, stayed, needed,
                            row_number() over (partition by calendar, stage order by ended_at desc) as of_stage,
                            row_number() over (partition by calendar, stage, category order by ended_at desc) as of_category
                            from stage_stay where ended_at >= :since) s
                        where of_stage <= :most or of_category <= :most""")
                .param("since", utc(since)).param("most", OF_EACH_SITUATION)
                .query(row -> {
                    add(known, row);
                });
        return new Experience(known);
    }

    private static void add(Map<Situation, List<Stay>> known, ResultSet row) throws SQLException {
        String category = row.getString("category");
        Situation situation = new Situation(row.getString("calendar"), Stage.valueOf(row.getString("stage")),
                category == null ? null : Category.valueOf(category));
        Stay stay = new Stay(Duration.ofMillis(row.getLong("stayed")), Duration.ofMillis(row.getLong("needed")));
        if (category != null && row.getInt("of_category") <= OF_EACH_SITUATION) {
            known.computeIfAbsent(situation, some -> new ArrayList<>()).add(stay);
        }
        if (row.getInt("of_stage") <= OF_EACH_SITUATION) {
            known.computeIfAbsent(situation.anyCategory(), some -> new ArrayList<>()).add(stay);
        }
    }
}
