package org.complaintdesk.forecast;

import java.util.Optional;
import javax.sql.DataSource;
import org.complaintdesk.platform.Turn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each minute one node brings the forecasts up to date; one that comes while another is at it leaves it to that one. */
@Component
@ConditionalOnProperty(name = "complaintdesk.forecast.enabled", matchIfMissing = true)
class TurnEachMinute {

    private final ForecastTurn turn;
    private final DataSource database;

    TurnEachMinute(ForecastTurn turn, DataSource database) {
        this.turn = turn;
        this.database = database;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void take() {
        Optional<Turn> mine = Turn.ifFree(database, Turn.Of.FORECAST);
        mine.ifPresent(held -> {
            try (held) {
                turn.take();
            }
        });
    }
}
