package org.complaintdesk.forecast;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.deadline.Calendars;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.ClockView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads from timeline and clock how a case stands, and what it needed when it is settled. */
@Component
class Marks {

    private final Complaints complaints;
    private final CaseClocks clocks;
    private final Calendars calendars;
    private final Clock clock;

    Marks(Complaints complaints, CaseClocks clocks, Calendars calendars, Clock clock) {
        this.complaints = complaints;
        this.clocks = clocks;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @return empty when it is settled or closed, or no settlement clock is on it */
    @Transactional(readOnly = true)
    public Optional<Mark> of(String number) {
        Complaint complaint = complaints.find(number).orElse(null);
        if (complaint == null || complaint.isClosed() || complaint.settledAt() != null) {
            return Optional.empty();
        }
        return settlement(number).filter(view -> view.state() != ClockState.STOPPED).map(view -> mark(complaint, view));
    }

    private Mark mark(Complaint complaint, ClockView view) {
        Instant now = clock.instant();
        List<StageVisit> visits = visits(complaint);
        Instant entered = visits.isEmpty() ? complaint.receivedAt() : visits.get(visits.size() - 1).from();
        return new Mark(complaint.stage(), complaint.diagnosis() == null ? null : complaint.diagnosis().category(), now,
                time(view).between(entered, now), view.remaining(), !view.isWaiting(), view.calendar());
    }

    /** @return the stays of a case that is settled or closed; those before it was reopened are not known any more */
    @Transactional(readOnly = true)
    public List<KeptStay> stays(String number) {
        Complaint complaint = complaints.find(number).orElseThrow();
        Instant end = complaint.settledAt() == null ? complaint.closedAt() : complaint.settledAt();
        List<StageVisit> visits = visits(complaint);
        Optional<ClockView> view = settlement(number);
        ClockTime time = view.map(this::time).orElseGet(() -> byTheClockOnTheWall(visits));
        return visits.stream().filter(visit -> isWork(visit, end) && visit.until().isAfter(time.from()))
                .map(visit -> new KeptStay(number, visit.from(), end, visit.stage(),
                        complaint.diagnosis() == null ? null : complaint.diagnosis().category(), time.calendar().name(),
                        new Stay(time.between(visit.from(), earlier(visit.until(), end)), time.between(visit.from(), end))))
                .toList();
    }

    /** The last stay is left a moment after the end: the line that says so is written when the case is saved. */
    private static boolean isWork(StageVisit visit, Instant end) {
        return visit.stage() != Stage.FOLLOWING_UP && visit.stage() != Stage.CLOSED && visit.until() != null
                && visit.from().isBefore(end);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private List<StageVisit> visits(Complaint complaint) {
        return StageVisits.of(complaints.story(complaint), complaint.isRecorded());
    }

    private Optional<ClockView> settlement(String number) {
        return clocks.view(ClockKey.of(number, ClockName.SETTLEMENT));
    }

    private ClockTime time(ClockView view) {
        return new ClockTime(calendars.read(view.calendar()), view.startedAt(),
                view.pauses().stream().map(pause -> new ClockTime.Pause(pause.from(), pause.to())).toList());
    }

    /** A case from before there were clocks: time in which the customer had to act does not count. */
    private ClockTime byTheClockOnTheWall(List<StageVisit> visits) {
        return new ClockTime(calendars.of(Calendars.ROUND_THE_CLOCK, null), Instant.EPOCH, visits.stream()
                .filter(visit -> visit.stage() == Stage.AWAITING_CUSTOMER || visit.stage() == Stage.AWAITING_EVIDENCE)
                .map(visit -> new ClockTime.Pause(visit.from(), visit.until())).toList());
    }
}
