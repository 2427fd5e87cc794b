package org.complaintdesk.intake.portal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.RateLimits;
import org.complaintdesk.platform.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes a form that was sent, or says why not. */
@Component
class Reception {

    private static final String EVERYONE = "";

    private final FormStamps stamps;
    private final FormReader reader;
    private final Photos photos;
    private final Filings filings;
    private final RateLimits limits;
    private final PortalProperties settings;
    private final Wording wording;
    private final Clock clock;

    Reception(FormStamps stamps, FormReader reader, Photos photos, Filings filings, RateLimits limits, PortalProperties settings,
              Wording wording, Clock clock) {
        this.stamps = stamps;
        this.reader = reader;
        this.photos = photos;
        this.filings = filings;
        this.limits = limits;
        this.settings = settings;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * What is to be answered.
     *
     * @param stamp    what the form is to carry when it is shown again
     * @param problems by field, in the reader's language; none when the form became a complaint
     */
    record Answer(FormStamp stamp, HttpStatus status, Map<String, String> problems) {

        /** @return whether the sender has been told that one was filed already, so that sending it once more files another */
        boolean isOfAnother() {
            return status == HttpStatus.CONFLICT;
        }

        boolean isTaken() {
            return problems.isEmpty();
        }
    }

    /**
     * @param client whose forms are counted together
     * @param last   the form that the same browser sent before
     */
    Answer receive(PortalForm form, SentFiles files, String client, Optional<UUID> last, Locale locale) {
        Optional<FormStamp> known = stamps.read(form.stamp());
        FormStamp stamp = current(known);
        Optional<Filing> filed = known.flatMap(opened -> filings.find(opened.draft()));
        if (filed.isPresent()) {
            return filed.get().says(form) && filed.get().has(files) ? filedAs(stamp)
                    : notTheSame(filed.get(), new FormStamp(stamps.fresh().draft(), stamp.openedAt()), form, files, locale);
        }
        Optional<Filing> before = form.another() ? Optional.empty() : last.flatMap(filings::find).filter(filing -> filing.says(form));
        if (before.isPresent()) {
            return before.get().has(files) ? filedAs(new FormStamp(last.get(), stamp.openedAt()))
                    : notTheSame(before.get(), stamp, form, files, locale);
        }
        Map<String, String> problems = new LinkedHashMap<>();
        Reading reading = reader.read(form, locale);
        problems.putAll(reading.problems());
        photos.keep(stamp, form.removed(), files, wording.in(locale)).ifPresent(refused -> problems.put("files", refused));
        if (form.looksLikeAProgram() || !known.equals(Optional.of(stamp)) || isHurried(stamp)) {
            problems.put("form", text(locale, "check-again"));
        }
        if (!problems.isEmpty()) {
            return new Answer(stamp, HttpStatus.UNPROCESSABLE_ENTITY, problems);
        }
        if (!limits.allows(settings.complaintsOfOne(), client) || !limits.allows(settings.complaintsOfAll(), EVERYONE)) {
            return new Answer(stamp, HttpStatus.TOO_MANY_REQUESTS, Map.of("form", text(locale, "too-many")));
        }
        return file(stamp, form, files, reading);
    }

    private static Answer filedAs(FormStamp stamp) {
        return new Answer(stamp, HttpStatus.FOUND, Map.of());
    }

    /** Whoever goes back and changes a form that was filed means to add to it, or to file another: only they know. */
    private Answer notTheSame(Filing filed, FormStamp stamp, PortalForm form, SentFiles files, Locale locale) {
        Map<String, String> problems = new LinkedHashMap<>(Map.of("form", wording.in(locale).text("portal.problem.filed", filed.caseNumber())));
        photos.keep(stamp, form.removed(), files, wording.in(locale)).ifPresent(refused -> problems.put("files", refused));
        return new Answer(stamp, HttpStatus.CONFLICT, problems);
    }

    /** The form came without its token: nothing is done with it, and nothing of it is lost. */
    Answer show(PortalForm form, SentFiles files, Locale locale) {
        FormStamp stamp = current(stamps.read(form.stamp()));
        Map<String, String> problems = new LinkedHashMap<>(Map.of("form", text(locale, "token-lost")));
        photos.keep(stamp, form.removed(), files, wording.in(locale)).ifPresent(refused -> problems.put("files", refused));
        return new Answer(stamp, HttpStatus.UNPROCESSABLE_ENTITY, problems);
    }

    private Answer file(FormStamp stamp, PortalForm form, SentFiles files, Reading reading) {
        try {
            filings.file(stamp, form, files, reading.complaint());
            return filedAs(stamp);
        } catch (InvalidInput invalid) {
            return new Answer(stamp, HttpStatus.UNPROCESSABLE_ENTITY, Map.of(invalid.field(), invalid.getMessage()));
        }
    }

    /** The files that came with a form that is too old are not lost. */
    private FormStamp current(Optional<FormStamp> known) {
        FormStamp fresh = stamps.fresh();
        return known.map(stamp -> clock.instant().isBefore(stamp.openedAt().plus(settings.formFor())) ? stamp
                : new FormStamp(stamp.draft(), fresh.openedAt())).orElse(fresh);
    }

    private boolean isHurried(FormStamp stamp) {
        return clock.instant().isBefore(stamp.openedAt().plus(settings.fastest()));
    }

    private String text(Locale locale, String problem) {
        return wording.in(locale).text("portal.problem." + problem);
    }
}
