package org.complaintdesk.forecast;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.complaintdesk.deadline.Calendars;
import org.complaintdesk.forecast.ForecastRows.Changed;
import org.complaintdesk.forecast.ForecastRows.Kept;
import org.complaintdesk.forecast.ForecastRows.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings what is kept up to date: learns from cases that ended, looks again at those that changed, whose chance changes by
 * now, or that were not told yet what was learned last, and puts their tasks in order. What a turn does not get done, the
 * next one does.
 */
@Component
class ForecastTurn {

    private static final Logger LOG = LoggerFactory.getLogger(ForecastTurn.class);
    private static final int AT_ONCE = 500;
    private static final int TOLD_AT_ONCE = 5_000;
    private static final Duration LONGEST = Duration.ofSeconds(45);

    private final KeptStays stays;
    private final Lessons lessons;
    private final Marks marks;
    private final ForecastRows rows;
    private final Calendars calendars;
    private final TaskOrder tasks;
    private final ForecastProperties settings;
    private final Clock clock;

    ForecastTurn(KeptStays stays, Lessons lessons, Marks marks, ForecastRows rows, Calendars calendars, TaskOrder tasks,
                 ForecastProperties settings, Clock clock) {
        this.stays = stays;
        this.lessons = lessons;
        this.marks = marks;
        this.rows = rows;
        this.calendars = calendars;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    void take() {
        long end = System.nanoTime() + LONGEST.toNanos();
        learn(end);
        lessons.learnInTime();
        Forecaster forecaster = new Forecaster(lessons.experience(), calendars);
        rows.admit();
        readChanged(forecaster, end);
        lookAgain(forecaster, end);
        tellLesson(forecaster, end);
        orderTasks(end);
    }

    private void learn(long end) {
        KeptStays.Ended last = null;
        for (List<KeptStays.Ended> ended = stays.ended(lessons.since(), null, AT_ONCE); !ended.isEmpty() && isTimeLeft(end);
                ended = stays.ended(lessons.since(), last, AT_ONCE)) {
            ended.forEach(one -> stays.keep(one.id(), marks.stays(one.number())));
            last = ended.get(ended.size() - 1);
        }
    }

    private void readChanged(Forecaster forecaster, long end) {
        List<Long> heard = rows.heard();
        List<Changed> changed = rows.changed(0, AT_ONCE);
        while (!changed.isEmpty() && isTimeLeft(end)) {
            changed.forEach(this::read);
            rows.takeAway(heard, changed.stream().map(Changed::number).toList());
            tell(forecaster, rows.byIds(changed.stream().map(Changed::id).toList()));
            changed = rows.changed(changed.get(changed.size() - 1).id(), AT_ONCE);
        }
        if (changed.isEmpty()) {
            rows.takeAway(heard);
        }
    }

    private void read(Changed changed) {
        rows.mark(changed, changed.ended() ? null : marks.of(changed.number()).orElse(null));
    }

    private void lookAgain(Forecaster forecaster, long end) {
        List<Kept> due = rows.dueForALook(clock.instant(), AT_ONCE);
        while (!due.isEmpty() && isTimeLeft(end)) {
            tell(forecaster, due);
            due = due.size() < AT_ONCE ? List.of() : rows.dueForALook(clock.instant(), AT_ONCE);
        }
    }

    private void tellLesson(Forecaster forecaster, long end) {
        Optional<Long> told = lessons.toldUpTo();
        while (told.isPresent() && isTimeLeft(end)) {
            List<Kept> next = rows.after(told.get(), TOLD_AT_ONCE);
            if (next.isEmpty()) {
                return;
            }
            tell(forecaster, next);
            told = Optional.of(next.get(next.size() - 1).id());
            lessons.toldUpTo(told.get());
        }
    }

    private void tell(Forecaster forecaster, List<Kept> kept) {
        List<Long> nothing = kept.stream().filter(one -> one.mark() == null).map(Kept::id).toList();
        if (!nothing.isEmpty()) {
            rows.silence(nothing);
        }
        rows.tell(kept.stream().filter(one -> one.mark() != null).flatMap(one -> told(forecaster, one).stream()).toList());
    }

    /** Of a case that cannot be looked at nothing is said until it changes; it must not keep back all that come after it. */
    private Optional<Told> told(Forecaster forecaster, Kept kept) {
        try {
            return Optional.of(new Told(kept, forecaster.look(kept.mark(), clock.instant())));
        } catch (RuntimeException unreadable) {
            LOG.error("No forecast for {}: {}", kept.number(), unreadable.getMessage(), unreadable);
            rows.silence(List.of(kept.id()));
            return Optional.empty();
        }
    }

    private void orderTasks(long end) {
        List<Kept> unordered = rows.unordered(0, AT_ONCE);
        while (!unordered.isEmpty() && isTimeLeft(end)) {
            unordered.forEach(this::order);
            unordered = rows.unordered(unordered.get(unordered.size() - 1).id(), AT_ONCE);
        }
    }

    /** Tasks of cases that were never raised have their priority from their flow. */
    private void order(Kept kept) {
        int raise = settings.ordersWork() ? kept.risk().raise() : 0;
        boolean asTheyAre = raise == 0 && kept.raised() == 0;
        if (!asTheyAre && !tasks.order(kept.number(), kept.proposed(), kept.escalation(), raise)) {
            return;
        }
        if (kept.ended()) {
            rows.remove(kept.id());
        } else {
            rows.ordered(kept.id(), raise);
        }
    }

    private static boolean isTimeLeft(long end) {
        return System.nanoTime() < end;
    }
}
