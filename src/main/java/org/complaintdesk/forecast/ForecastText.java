package org.complaintdesk.forecast;

import java.time.Duration;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** A forecast in the installation's language, with what it rests on. */
@Component
public class ForecastText {

    private static final long EXACT_BELOW_HOURS = 10;
    private static final Duration NOTICEABLE = Duration.ofMinutes(1);

    private final Wording wording;
    private final ForecastProperties settings;

    ForecastText(Wording wording, ForecastProperties settings) {
        this.wording = wording;
        this.settings = settings;
    }

    /** @return the chance of a breach in a word or a figure, for a list */
    public String chance(Forecast forecast) {
        if (forecast.isOverdue()) {
            return wording.text("forecast.overdue");
        }
        return forecast.isKnown() ? wording.text("forecast.percent", forecast.percent()) : wording.text("forecast.unknown");
    }

    /** @return when it is likely to be settled, or how much is to be done once a wait ends; empty when nothing is known */
    public String finish(Forecast forecast) {
        if (!forecast.isKnown()) {
            return "";
        }
        return forecast.waiting() ? wording.text("forecast.after-wait", length(forecast.likely()), length(forecast.safe()))
                : wording.text("forecast.at", wording.moment(forecast.likelyAt()), wording.moment(forecast.safeAt()));
    }

    /** @return the moment alone, for a list */
    public String finishInShort(Forecast forecast) {
        if (!forecast.isKnown()) {
            return wording.text("forecast.unknown");
        }
        return forecast.waiting() ? wording.text("forecast.waits") : wording.moment(forecast.likelyAt());
    }

    /** @return one sentence that explains the figures by what became of similar cases, or why there are none */
    public String why(Forecast forecast) {
        long days = settings.history().toDays();
        if (!forecast.isKnown()) {
            return wording.text("forecast.too-few", days, wording.of(forecast.stage()), forecast.similar(),
                    SimilarStays.AT_LEAST);
        }
        String similar = similar(forecast, days);
        String rest = wording.text("forecast.rest", length(forecast.likely()), length(forecast.safe()));
        if (forecast.isOverdue()) {
            return wording.text("forecast.overdue-by", length(forecast.left().negated()), forecast.similar(), similar,
                    rest);
        }
        return forecast.longest()
                ? wording.text("forecast.longest", length(forecast.spent()), forecast.similar(), similar,
                        outcome(forecast), rest)
                : wording.text("forecast.similar", forecast.similar(), similar + lasting(forecast),
                        outcome(forecast), rest);
    }

    private String similar(Forecast forecast, long days) {
        String stage = wording.of(forecast.stage());
        if (forecast.basis() == Basis.CATEGORY_AND_STAGE) {
            return wording.text("forecast.of-category", days, wording.of(forecast.category()), stage);
        }
        return forecast.category() == null ? wording.text("forecast.of-stage", days, stage)
                : wording.text("forecast.of-stage-instead", days, stage, SimilarStays.AT_LEAST);
    }

    private String lasting(Forecast forecast) {
        return forecast.spent().compareTo(NOTICEABLE) < 0 ? "" : wording.text("forecast.lasting", length(forecast.spent()));
    }

    private String outcome(Forecast forecast) {
        return wording.text(forecast.late() == 0 ? "forecast.outcome.none" : "forecast.outcome.late", forecast.late(),
                length(forecast.left()));
    }

    /** Hours of a calendar are not days: sixty hours of service are more than two. */
    private String length(Duration length) {
        long minutes = Math.round(length.toSeconds() / 60.0);
        long hours = minutes / 60;
        if (hours == 0) {
            return wording.text("forecast.minutes", Math.max(1, minutes));
        }
        return hours >= EXACT_BELOW_HOURS || minutes % 60 == 0 ? wording.text("forecast.hours", Math.round(minutes / 60.0))
                : wording.text("forecast.hours-minutes", hours, minutes % 60);
    }
}
