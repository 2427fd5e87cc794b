package org.complaintdesk.forecast;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.policy.Category;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Made-up stays of finished cases. */
final class History {

    private final JdbcClient jdbc;
    private final KeptStays stays;
    private final Clock clock;

    History(JdbcClient jdbc, KeptStays stays, Clock clock) {
        this.jdbc = jdbc;
        this.stays = stays;
        this.clock = clock;
    }

    /** Nothing is known, and no case was looked at. */
    void forget() {
        jdbc.sql("delete from stage_stay").update();
        jdbc.sql("delete from forecast_lesson").update();
        jdbc.sql("delete from case_forecast").update();
        jdbc.sql("delete from forecast_moved").update();
    }

    /** As many stays as durations, each the last of its case. */
    void add(Stage stage, Category category, List<Duration> durations) {
        long any = jdbc.sql("select min(id) from complaint").query(Long.class).single();
        Instant ended = clock.instant().minus(Duration.ofDays(2));
        long known = jdbc.sql("select count(*) from stage_stay").query(Long.class).single();
        stays.keep(any, IntStream.range(0, durations.size()).mapToObj(place -> new KeptStay("", ended.minusSeconds(known + place), ended,
                stage, category, "ROUND_THE_CLOCK", new Stay(durations.get(place), durations.get(place)))).toList());
    }

    static List<Duration> hours(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Duration::ofHours).toList();
    }
}
