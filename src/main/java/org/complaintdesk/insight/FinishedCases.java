package org.complaintdesk.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.ledger.TimeWords;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Lists finished cases for those who see their shops. */
@Component
class FinishedCases {

    private static final int PAGE = 50;
    private static final int USUAL_DAYS = 30;

    private final FinishedRows rows;
    private final Shops shops;
    private final TimeWords times;
    private final Wording wording;
    private final ZoneId zone;
    private final Clock clock;

    FinishedCases(FinishedRows rows, Shops shops, TimeWords times, Wording wording, DeskProperties desk, Clock clock) {
        this.rows = rows;
        this.shops = shops;
        this.times = times;
        this.wording = wording;
        this.zone = desk.zone();
        this.clock = clock;
    }

    FinishedPage find(FinishedQuery query) {
        LocalDate to = query.to() == null ? LocalDate.ofInstant(clock.instant(), zone) : query.to();
        LocalDate from = query.from() == null ? to.minusDays(USUAL_DAYS) : query.from();
        List<FinishedRows.Row> found = rows.find(query, from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant(), after(query.after()), shops.seenNow(), PAGE + 1);
        List<FinishedRows.Row> page = found.stream().limit(PAGE).toList();
        return new FinishedPage(query.kind(), from, to, Stream.of(Kind.values()).map(this::choice).toList(),
                query.kind().outcomes().stream().map(this::choice).toList(),
                page.stream().map(row -> row(query.kind(), row)).toList(),
                found.size() > PAGE ? next(page.get(PAGE - 1)) : null);
    }

    private FinishedPage.Choice choice(Enum<?> word) {
        return new FinishedPage.Choice(word.name(), wording.of(word));
    }

    private FinishedPage.Row row(Kind kind, FinishedRows.Row row) {
        String outcome = kind.outcomes().stream().filter(word -> word.name().equals(row.outcome())).findFirst()
                .map(wording::of).orElse("");
        return new FinishedPage.Row(row.number(), kind.pages() + row.number(), row.shop(), wording.fullMoment(row.received()),
                wording.fullMoment(row.closed()), times.wall(Duration.between(row.received(), row.closed())), outcome);
    }

    private static String next(FinishedRows.Row last) {
        return last.closed() + "_" + last.id();
    }

    /** What is not of our making begins at the first page. */
    private static FinishedRows.After after(String next) {
        try {
            String[] parts = next == null ? new String[0] : next.split("_", 2);
            return parts.length < 2 ? null : new FinishedRows.After(Instant.parse(parts[0]), Long.parseLong(parts[1]));
        } catch (DateTimeParseException | NumberFormatException notOurs) {
            return null;
        }
    }
}
