package org.complaintdesk.complaint;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What others outside want because of a case, or we from them. Each has a clock of its own and is seen to by a colleague
 * until it ends, whatever becomes of the case; while the case cannot go on without them, the case's clocks wait.
 *
 * <p>Verbs that are given a number change the case at a person's word and tell the matter's flow. Those that are given a
 * {@link Complaint} are for that flow itself: the caller saves the complaint. All throw {@link InvalidInput} naming the
 * field when what was entered cannot be accepted, and {@link UnknownMatter} or {@link UnknownComplaint} when there is none.
 */
@Service
@Transactional
public class OutsideMatters {

    private final OutsideMatterRows rows;
    private final Complaints complaints;
    private final MatterInput input;
    private final MatterClocks clocks;
    private final MatterText text;
    private final SignedIn signedIn;
    private final Wording wording;
    private final Clock clock;
    private final ObjectProvider<MatterFlow> flow;

    OutsideMatters(OutsideMatterRows rows, Complaints complaints, MatterInput input, MatterClocks clocks, MatterText text,
                   SignedIn signedIn, Wording wording, Clock clock, ObjectProvider<MatterFlow> flow) {
        this.rows = rows;
        this.complaints = complaints;
        this.input = input;
        this.clocks = clocks;
        this.text = text;
        this.signedIn = signedIn;
        this.wording = wording;
        this.clock = clock;
        this.flow = flow;
    }

    /** @param created false when the same matter was open already */
    public record Opened(OutsideMatter matter, boolean created) {
    }

    /** @return all matters of the case, oldest first */
    @Transactional(readOnly = true)
    public List<OutsideMatter> of(ComplaintNumber number) {
        return rows.findByCaseNumberOrderById(number);
    }

    /** @return those that have not ended, oldest first */
    @Transactional(readOnly = true)
    public List<OutsideMatter> open(ComplaintNumber number) {
        return rows.findOpen(number);
    }

    @Transactional(readOnly = true)
    public OutsideMatter get(ComplaintNumber number, long id) {
        return rows.findByIdAndCaseNumber(id, number).orElseThrow(() -> new UnknownMatter(number, id));
    }

    /** @return all matters of the case as people look at them: the open ones first, then the latest that ended */
    @Transactional(readOnly = true)
    public List<MatterView> look(ComplaintNumber number) {
        return of(number).stream().sorted(Comparator.comparing(OutsideMatter::isOpen).reversed()
                .thenComparing(Comparator.comparingLong(OutsideMatter::id).reversed())).map(this::look).toList();
    }

    @Transactional(readOnly = true)
    public MatterView look(OutsideMatter matter) {
        return clocks.of(matter).map(clock -> new MatterView(matter, text.of(matter), clock.dueAt(), clock.overdue()))
                .orElseGet(() -> new MatterView(matter, text.of(matter), null, false));
    }

    /**
     * Opens a matter, also on a case that is closed: the regulator asks when it likes. One that is open under the same kind
     * and reference is not opened again.
     */
    public Opened open(ComplaintNumber number, NewMatter entered) {
        Complaint complaint = complaints.lock(number);
        if (complaint.isErased()) {
            throw new InvalidInput("number", wording.text("matter.case-erased"));
        }
        NewMatter facts = input.read(entered, complaint.channel());
        return known(number, facts).map(matter -> new Opened(matter, false))
                .orElseGet(() -> new Opened(begin(complaint, facts), true));
    }

    private Optional<OutsideMatter> known(ComplaintNumber number, NewMatter facts) {
        return facts.reference() == null ? Optional.empty() : open(number).stream()
                .filter(matter -> matter.kind() == facts.kind() && facts.reference().equals(matter.reference())).findFirst();
    }

    private OutsideMatter begin(Complaint complaint, NewMatter facts) {
        OutsideMatter matter = rows.save(OutsideMatter.open(complaint.number(), facts, who(), clock.instant()));
        clocks.start(matter, complaint, who());
        complaint.matterOpened(matter, clocks.due(matter));
        complaints.save(complaint);
        flow.getObject().begin(matter);
        return matter;
    }

    /** Something has happened in the matter: another time, another who has to act, a reference, a note. */
    public OutsideMatter goOn(ComplaintNumber number, long id, MatterProgress entered) {
        Complaint complaint = complaints.lock(number);
        OutsideMatter matter = goOn(complaint, id, entered);
        complaints.save(complaint);
        flow.getObject().changed(matter);
        return matter;
    }

    public OutsideMatter goOn(Complaint complaint, long id, MatterProgress entered) {
        OutsideMatter matter = opened(complaint, id);
        MatterProgress progress = input.read(entered, matter);
        boolean turns = matter.turns(progress);
        boolean newTime = !turns && progress.dueAt() != null && !Objects.equals(progress.dueAt(), matter.dueEntered());
        var before = matter.clock();
        matter.goOn(progress);
        OutsideMatter kept = rows.save(matter);
        if (turns) {
            flow.getObject().turned(kept);
            clocks.turn(before, kept, complaint, who());
        } else if (newTime) {
            clocks.newTime(kept, complaint, who());
        }
        complaint.matterWentOn(kept, progress, turns || newTime ? clocks.due(kept) : null);
        return kept;
    }

    /** @param result what came of it, may be null */
    public OutsideMatter close(ComplaintNumber number, long id, MatterOutcome outcome, String result) {
        Complaint complaint = complaints.lock(number);
        OutsideMatter matter = close(complaint, id, outcome, result);
        complaints.save(complaint);
        flow.getObject().ended(matter);
        return matter;
    }

    public OutsideMatter close(Complaint complaint, long id, MatterOutcome outcome, String result) {
        OutsideMatter matter = opened(complaint, id);
        input.outcome(outcome);
        matter.close(outcome, input.result(result), who(), clock.instant());
        OutsideMatter kept = rows.save(matter);
        clocks.end(kept, who());
        complaint.matterClosed(kept);
        return kept;
    }

    private OutsideMatter opened(Complaint complaint, long id) {
        OutsideMatter matter = get(complaint.number(), id);
        if (!matter.isOpen()) {
            throw new InvalidInput("matter", wording.text("matter.closed-already"));
        }
        return matter;
    }

    private String who() {
        return signedIn.person().orElse(CaseEvent.SYSTEM);
    }
}
