package org.complaintdesk.forecast;

import org.complaintdesk.platform.OnOneNode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each minute one node brings the forecasts up to date. */
@Component
@ConditionalOnProperty(name = "complaintdesk.forecast.enabled", matchIfMissing = true)
class TurnEachMinute {

    private final ForecastTurn turn;
    private final OnOneNode nodes;

    TurnEachMinute(ForecastTurn turn, OnOneNode nodes) {
        this.turn = turn;
        this.nodes = nodes;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    void take() {
        nodes.forecast(turn::take);
    }
}
