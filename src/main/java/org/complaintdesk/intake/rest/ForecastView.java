package org.complaintdesk.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import org.complaintdesk.forecast.Basis;
import org.complaintdesk.forecast.Forecast;
import org.complaintdesk.forecast.Risk;

/**
 * A forecast as the API shows it. Durations are running time of the settlement clock.
 *
 * @param breachChance 0 to 1; without a figure when there are too few similar cases, and {@code why} says so
 * @param similar      with how many it was compared
 * @param late         how many of them needed more than this case has left
 * @param likelyFinish by when half of them would have been settled; not while the clock waits
 * @param safeFinish   by when four in five would have been
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ForecastView(Double breachChance, Risk risk, Basis basis, int similar, Integer late, Instant likelyFinish,
                    Instant safeFinish, Duration likelyNeeds, Duration safeNeeds, boolean waiting, String why) {

    /** @param forecast null when there is nothing to forecast */
    static ForecastView of(Forecast forecast, String why) {
        return forecast == null ? null : new ForecastView(forecast.chance(), forecast.risk(), forecast.basis(), forecast.similar(),
                forecast.late(), forecast.likelyAt(), forecast.safeAt(), forecast.likely(), forecast.safe(), forecast.waiting(), why);
    }
}
