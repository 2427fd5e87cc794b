package org.complaintdesk.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.complaintdesk.operation.Measure.Column;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The figures that monitoring reads, counted now and then and never because somebody asks: a database that hangs must not
 * keep the other metrics back. With very many cases what takes long is counted less often.
 */
@Component
class Readings {

    private static final int LONGEST_STATEMENT_SECONDS = 10;
    /** Each figure may take the database a third of a percent of the time. */
    private static final int RESTS_TIMES_AS_LONG = 300;
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private final Map<String, Double> highest = new ConcurrentHashMap<>();
    private final Map<Measure, Long> restsUntil = new ConcurrentHashMap<>();
    private volatile long takenAt = System.nanoTime();

    Readings(DataSource database, Clock clock, MeterRegistry registry) {
        JdbcTemplate patient = new JdbcTemplate(database);
        patient.setQueryTimeout(LONGEST_STATEMENT_SECONDS);
        this.jdbc = JdbcClient.create(patient);
        this.clock = clock;
        Measure.ALL.stream().flatMap(measure -> measure.columns().stream()).forEach(column -> gauges.put(column.name(), MultiGauge
                .builder(column.name()).baseUnit(column.unit()).description(column.description()).register(registry)));
        Gauge.builder("complaintdesk.readings.age", () -> Duration.ofNanos(System.nanoTime() - takenAt).toMillis() / 1000.0)
                .baseUnit("seconds").description("How old this node's figures from the database are").register(registry);
    }

    /** @throws DataAccessException when the database does not answer; the figures stay what they were */
    void take() {
        take(measure -> true);
    }

    /**
     * Those that have rested as long as they should.
     *
     * @throws DataAccessException as {@link #take}
     */
    void takeRested() {
        take(measure -> !restsUntil.containsKey(measure) || System.nanoTime() - restsUntil.get(measure) >= 0);
    }

    /** @param took how long it took to count something */
    static Duration rest(Duration took) {
        Duration rest = took.multipliedBy(RESTS_TIMES_AS_LONG);
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    private void take(Predicate<Measure> wanted) {
        Map<String, Object> moments = moments(clock.instant());
        Measure.ALL.stream().filter(wanted).forEach(measure -> {
            long start = System.nanoTime();
            take(measure, moments);
            restsUntil.put(measure, System.nanoTime() + rest(Duration.ofNanos(System.nanoTime() - start)).toNanos());
        });
        takenAt = System.nanoTime();
    }

    /** @return the highest value of a metric over its labels, 0 without any; empty while it was not counted yet */
    OptionalDouble highest(String metric) {
        Double value = highest.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private void take(Measure measure, Map<String, Object> moments) {
        Map<String, List<MultiGauge.Row<?>>> rows = new HashMap<>();
        Map<String, Double> most = new HashMap<>();
        for (Column column : measure.columns()) {
            rows.put(column.name(), new ArrayList<>());
            most.put(column.name(), 0.0);
        }
        jdbc.sql(measure.sql()).params(moments).query(row -> {
            Tags tags = measure.label() == null ? Tags.empty() : Tags.of(measure.label(),
                    Objects.requireNonNullElse(row.getString(1), "none"));
            for (int i = 0; i < measure.columns().size(); i++) {
                String name = measure.columns().get(i).name();
                double value = row.getDouble(i + 2);
                rows.get(name).add(MultiGauge.Row.of(tags, value));
                most.merge(name, value, Math::max);
            }
        });
        for (Column column : measure.columns()) {
            gauges.get(column.name()).register(rows.get(column.name()), true);
        }
        highest.putAll(most);
    }

    private static Map<String, Object> moments(Instant now) {
        return Map.of("now", now.atOffset(ZoneOffset.UTC),
                "hourAgo", now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC),
                "engineNow", LocalDateTime.ofInstant(now, ZoneId.systemDefault()));
    }
}
