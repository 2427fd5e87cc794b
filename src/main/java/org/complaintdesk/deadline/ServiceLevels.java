package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintdesk.deadline.calendar.BusinessCalendar;
import org.complaintdesk.platform.CannotStart;
import org.complaintdesk.platform.DecisionTables;
import org.complaintdesk.platform.DecisionTables.Version;
import org.complaintdesk.platform.DeskProperties;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What clocks are held to: decision table {@code service-level}, in the version and by the date a clock began under. */
@Component
class ServiceLevels {

    static final String TABLE = "service-level";

    private static final CaseTraits ANY_CASE = new CaseTraits(null, null, "OTHER", "");
    private static final BigDecimal GREATEST_SHARE = BigDecimal.TEN;
    private static final Map<AlarmLevel, String> SHARES = Map.of(AlarmLevel.WARNING, "warning",
            AlarmLevel.BREACH_1, "level1", AlarmLevel.BREACH_2, "level2", AlarmLevel.BREACH_3, "level3");

    private final DecisionTables tables;
    private final Calendars calendars;
    private final ZoneId zone;
    private final Clock now;

    ServiceLevels(DecisionTables tables, Calendars calendars, DeskProperties desk, Clock now) {
        this.now = now;
        this.tables = tables;
        this.calendars = calendars;
        this.zone = desk.zone();
    }

    Version latest() {
        return tables.latest(TABLE);
    }

    /** @return the version a clock began under; the latest one where that is no longer deployed */
    Version version(String id) {
        Optional<Version> began = tables.version(id);
        return began.orElseGet(this::latest);
    }

    /**
     * @param started the moment the clock counts from: rules of several dates may stand side by side
     * @throws IllegalStateException when no rule applies, or a rule has a value that cannot be meant
     */
    ServiceLevel of(ClockName clock, CaseTraits traits, Instant started, Version version) {
        List<Map<String, Object>> rules = tables.evaluate(version, inputs(clock, traits, started));
        if (rules.isEmpty()) {
            throw new IllegalStateException("No rule of the decision table " + TABLE + " applies to " + clock);
        }
        return read(clock.name(), rules.get(0), traits.shop(), version);
    }

    /**
     * Proves that each rule of the latest version can be meant, and that each clock has one for what no other rule names: the
     * desk does not start with a table that would stop a case on its way.
     */
    @EventListener(ApplicationStartedEvent.class)
    void check() {
        Version version = latest();
        List<Map<String, Object>> rules = tables.rules(version);
        for (int i = 0; i < rules.size(); i++) {
            check("rule " + (i + 1), rules.get(i));
        }
        for (ClockName clock : ClockName.values()) {
            try {
                of(clock, ANY_CASE, now.instant(), version);
            } catch (IllegalStateException missing) {
                throw new CannotStart(missing.getMessage() + " of a case that no other rule names: add a last rule for it", missing);
            }
        }
    }

    /** @throws CannotStart when a rule has a value that cannot be meant */
    void check(String where, Map<String, Object> rule) {
        read(where, rule, null, latest());
    }

    /** @return what the table is asked about a clock of a case that no rule but the last one names */
    Map<String, Object> anyCase(ClockName clock) {
        return inputs(clock, ANY_CASE, now.instant());
    }

    private Map<String, Object> inputs(ClockName clock, CaseTraits traits, Instant started) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("clock", clock.name());
        inputs.put("severity", traits.severity().name());
        inputs.put("category", traits.category() == null ? null : traits.category().name());
        inputs.put("channel", traits.channel());
        inputs.put("shop", traits.shop());
        inputs.put("startedOn", started.atZone(zone).toLocalDate().toString());
        return inputs;
    }

    private ServiceLevel read(String where, Map<String, Object> row, String shop, Version version) {
        try {
            BusinessCalendar calendar = calendars.of(text(row, "calendar"), shop);
            Rule rule = new Rule(text(row, "source"),
                    version.number() + " · " + version.deployedAt().atZone(zone).toLocalDate());
            Terms terms = new Terms(rule, Target.parse(text(row, "target")), calendar, shares(row));
            return new ServiceLevel(terms, OnBreach.valueOf(text(row, "onBreach")),
                    Reopening.valueOf(text(row, "onReopen")), follows(text(row, "onNewVersion")), version.id());
        } catch (IllegalArgumentException e) {
            throw new CannotStart("Decision table " + TABLE + ", " + where + ": " + e.getMessage(), e);
        }
    }

    private static boolean follows(String word) {
        return switch (word) {
            case "FOLLOW" -> true;
            case "KEEP" -> false;
            default -> throw new IllegalArgumentException("onNewVersion is KEEP or FOLLOW, not " + word);
        };
    }

    private static AlarmShares shares(Map<String, Object> row) {
        Map<AlarmLevel, BigDecimal> shares = new EnumMap<>(AlarmLevel.class);
        SHARES.forEach((level, column) -> {
            Object value = row.get(column);
            BigDecimal share = value == null || value.toString().isBlank() ? BigDecimal.ZERO : share(column, value);
            if (share.signum() != 0) {
                shares.put(level, share);
            }
        });
        return new AlarmShares(shares);
    }

    private static BigDecimal share(String column, Object value) {
        BigDecimal share = new BigDecimal(value.toString());
        if (share.compareTo(GREATEST_SHARE) > 0) {
            throw new IllegalArgumentException(column + " is a share of the target, at most 10, not " + share);
        }
        return share;
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row.get(column);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException("a rule leaves " + column + " empty");
        }
        return value.toString();
    }
}
