package org.complaintdesk.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockChange;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.deadline.LedgerLine;
import org.complaintdesk.deadline.RaisedAlarm;
import org.complaintdesk.ledger.ClockCard.EndedPause;
import org.complaintdesk.ledger.ClockCard.Line;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Says of each clock of a case how it stands and why. */
@Component
public class ClockCards {

    private static final Duration AT_ONCE = Duration.ofMinutes(2);
    private static final String NO_VERSION = "–";

    private final CaseClocks clocks;
    private final ClockWords words;
    private final Moments moments;
    private final Wording wording;

    ClockCards(CaseClocks clocks, ClockWords words, Moments moments, Wording wording) {
        this.clocks = clocks;
        this.words = words;
        this.moments = moments;
        this.wording = wording;
    }

    /** @return the clocks of a case: those that are open, what is due first at the top, then those that have ended */
    public List<ClockCard> of(String caseNumber) {
        return clocks.of(caseNumber).stream().sorted(Comparator.comparing((ClockView clock) -> !ClockCard.isOpen(clock))
                .thenComparing(ClockView::dueAt)).map(this::card).toList();
    }

    private ClockCard card(ClockView clock) {
        return new ClockCard(clock.key(), words.name(clock.key()), clock.state(), wording.of(clock.state()),
                Corrections.isPausedByHand(clock), clock.overdue(), clock.dueAt(), wording.moment(clock.dueAt()), brief(clock), sentences(clock), warnings(clock),
                Stream.concat(clock.ledger().stream().map(this::told), clock.alarms().stream().map(this::told))
                        .sorted(Comparator.comparing(Told::at)).map(Told::line).toList(), endedPauses(clock));
    }

    private String brief(ClockView clock) {
        String time = words.length(clock.calendar(), clock.remaining());
        return switch (clock.state()) {
            case RUNNING -> wording.text(clock.overdue() ? "ledger.brief.late" : "ledger.brief.left", time);
            case WAITING -> words.waitsFor(clock.waiting());
            case STOPPED -> wording.text(clock.overdue() ? "ledger.brief.ended-late" : "ledger.brief.ended",
                    wording.moment(clock.stoppedAt()), time);
        };
    }

    private List<String> sentences(ClockView clock) {
        List<String> sentences = new ArrayList<>();
        sentences.add(wording.text("ledger.started", wording.moment(clock.startedAt()), startedBecause(clock)));
        clock.pauses().forEach(pause -> sentences.add(pause.to() == null
                ? wording.text("ledger.waits", wording.moment(pause.from()), words.why(pause.reason()), words.who(pause.by()))
                : wording.text("ledger.waited", wording.moment(pause.from()), wording.moment(pause.to()), words.why(pause.reason()),
                        words.who(pause.by()))));
        sentences.add(wording.text("ledger.due." + (clock.state() == ClockState.STOPPED ? "stopped" : clock.state() == ClockState.WAITING
                ? "waiting" : "running"), wording.moment(clock.dueAt())));
        sentences.add(how(clock));
        sentences.add(clock.dueSet() ? wording.text(isAsPromisedBefore(clock) ? "ledger.set-before" : "ledger.set") : wording.text("ledger.rule", clock.rule(), clock.version(),
                words.target(clock.target())));
        sentences.add(wording.text("ledger.calendar", words.calendar(clock.calendar()), words.hours(clock.calendar()),
                moments.zone(clock.calendar().zone()), wording.text("ledger.holidays." + clock.calendar().holidays())));
        return sentences;
    }

    /** The software of before wrote no rule down, and nobody has set another time since. */
    private static boolean isAsPromisedBefore(ClockView clock) {
        return clock.version().equals(NO_VERSION) && clock.ledger().stream().noneMatch(line -> line.what() == ClockChange.PROMISED);
    }

    private String startedBecause(ClockView clock) {
        return clock.ledger().stream().filter(line -> switch (line.what()) {
            case STARTED, REOPENED -> true;
            default -> false;
        }).reduce((first, second) -> second).map(line -> words.why(line.why())).orElse("–");
    }

    private String how(ClockView clock) {
        String used = words.length(clock.calendar(), clock.elapsed());
        String over = words.length(clock.calendar(), clock.remaining());
        if (clock.state() == ClockState.STOPPED) {
            return wording.text(clock.overdue() ? "ledger.ended-late" : "ledger.ended", wording.moment(clock.stoppedAt()), used, over);
        }
        return wording.text(clock.overdue() ? "ledger.used-late" : "ledger.used", used, over);
    }

    private List<String> warnings(ClockView clock) {
        if (clock.provisionalYears().isEmpty() || !ClockCard.isOpen(clock)) {
            return List.of();
        }
        return List.of(wording.text("ledger.provisional", clock.provisionalYears().stream().map(String::valueOf)
                .collect(Collectors.joining(wording.text("calendar.and")))));
    }

    private record Told(Instant at, Line line) {
    }

    private Told told(LedgerLine line) {
        String when = line.recorded().isAfter(line.at().plus(AT_ONCE))
                ? wording.text("ledger.recorded-later", wording.moment(line.at()), wording.moment(line.recorded())) : wording.moment(line.at());
        return new Told(line.recorded(), new Line(when, words.who(line.by()), wording.of(line.what()), details(line)));
    }

    private String details(LedgerLine line) {
        String why = switch (line.what()) {
            case PAUSED -> words.why(line.why(), line.detail());
            case RESUMED -> words.over(line.why());
            default -> words.why(line.why());
        };
        return switch (line.what()) {
            case STARTED, REOPENED, TERMS_CHANGED -> wording.text("ledger.line.terms", why, wording.moment(line.dueAt()), line.rule(),
                    line.version(), words.target(line.target()), words.calendar(line.calendar()));
            case PAUSED, STOPPED, STOP_CORRECTED -> wording.text("ledger.line.why", why);
            default -> wording.text("ledger.line.due", why, wording.moment(line.dueAt()));
        };
    }

    private Told told(RaisedAlarm alarm) {
        String key = alarm.covered() ? "ledger.alarm.covered" : alarm.escalates() ? "ledger.alarm.escalated" : "ledger.alarm.reminded";
        boolean late = alarm.raisedAt().isAfter(alarm.moment().plus(AT_ONCE));
        String details = wording.text(key) + (late ? wording.text("ledger.alarm.late", wording.moment(alarm.moment())) : "");
        return new Told(alarm.raisedAt(), new Line(wording.moment(alarm.raisedAt()), wording.text("cases.who.system"),
                wording.of(alarm.level()), details));
    }

    private List<EndedPause> endedPauses(ClockView clock) {
        return clock.pauses().stream().filter(pause -> pause.to() != null).map(pause -> new EndedPause(pause.from(),
                wording.text("ledger.pause", wording.moment(pause.from()), wording.moment(pause.to()), words.why(pause.reason())))).toList();
    }
}
