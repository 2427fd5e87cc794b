package org.complaintdesk.forecast;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was learned last, the same on every node. */
@Component
class Lessons {

    private static final Duration EACH = Duration.ofHours(1);

    private final KeptStays stays;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ForecastProperties settings;
    private volatile Lesson known = new Lesson(null, null);

    private record Lesson(Instant learned, Experience experience) {
    }

    Lessons(KeptStays stays, JdbcClient jdbc, Clock clock, ForecastProperties settings) {
        this.stays = stays;
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** @return how far back finished cases are learned from */
    Instant since() {
        return clock.instant().minus(settings.history());
    }

    /** Learns anew when that was an hour ago, or never; what was learned is then to be told of every case. */
    void learnInTime() {
        Instant last = learned().orElse(null);
        Instant now = clock.instant();
        if (last == null || Duration.between(last, now).abs().compareTo(EACH) >= 0) {
            learn();
        }
    }

    void learn() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        stays.forgetBefore(since());
        Experience experience = stays.learn(since());
        jdbc.sql("""
                        insert into forecast_lesson (learned_at, told_up_to) values (?, 0)
                        on conflict (id) do update set learned_at = excluded.learned_at, told_up_to = 0""")
                .param(Moments.utc(now)).update();
        known = new Lesson(now, experience);
    }

    Experience experience() {
        Instant latest = learned().orElse(Instant.EPOCH);
        Lesson mine = known;
        if (!latest.equals(mine.learned())) {
            mine = new Lesson(latest, stays.learn(since()));
            known = mine;
        }
        return mine.experience();
    }

    private Optional<Instant> learned() {
        return jdbc.sql("select learned_at from forecast_lesson").query((row, index) -> Moments.read(row, "learned_at"))
                .optional();
    }

    /** @return the last case, by id, that was told; empty when nothing was learned yet */
    Optional<Long> toldUpTo() {
        return jdbc.sql("select told_up_to from forecast_lesson").query(Long.class).optional();
    }

    void toldUpTo(long id) {
        jdbc.sql("update forecast_lesson set told_up_to = ?").param(id).update();
    }
}
