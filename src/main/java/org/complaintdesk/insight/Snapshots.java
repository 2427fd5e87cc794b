package org.complaintdesk.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.complaintdesk.complaint.ComplaintConditions;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.insight.Snapshot.OfShop;
import org.complaintdesk.platform.DeskProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts complaints: three statements every few seconds at most, whoever and how many ask. All shops are counted at once;
 * who sees which is told apart afterwards.
 */
@Component
class Snapshots {

    private static final String OPEN = """
            select c.shop, c.stage, count(*) as open, count(*) filter (where %s) as overdue,
                   count(*) filter (where %s) as due_soon, count(*) filter (where %s) as escalated,
                   count(*) filter (where %s) as mail_failed
              from complaint c where %s group by c.shop, c.stage""".formatted(ComplaintConditions.OVERDUE,
            ComplaintConditions.DUE_SOON, ComplaintConditions.ESCALATED, ComplaintConditions.MAIL_FAILED,
            ComplaintConditions.OPEN);

    private final JdbcClient jdbc;
    private final InsightProperties settings;
    private final ZoneId zone;
    private final Clock clock;
    private final Kept<String, Snapshot> kept;

    Snapshots(JdbcClient jdbc, InsightProperties settings, DeskProperties desk, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.zone = desk.zone();
        this.clock = clock;
        this.kept = new Kept<>(settings.keep(), clock, same -> count());
    }

    /** @return as it stood some seconds ago at most */
    Snapshot latest() {
        return kept.of("all");
    }

    Snapshot count() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new Snapshot(today, open(now), since(today, "received_at"), since(today, "closed_at"));
    }

    private List<OpenRow> open(Instant now) {
        return jdbc.sql(OPEN).param("now", utc(now)).param("until", utc(now.plus(settings.dueSoon())))
                .query((row, index) -> new OpenRow(row.getString("shop"), Stage.valueOf(row.getString("stage")),
                        row.getLong("open"), row.getLong("overdue"), row.getLong("due_soon"), row.getLong("escalated"),
                        row.getLong("mail_failed"))).list();
    }

    private List<OfShop> since(LocalDate day, String column) {
        return jdbc.sql("select shop, count(*) from complaint where %1$s >= :from and %1$s < :to group by shop".formatted(column))
                .param("from", utc(day.atStartOfDay(zone).toInstant()))
                .param("to", utc(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .query((row, index) -> new OfShop(row.getString(1), row.getLong(2))).list();
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
