package org.complaintdesk.complaint;

import java.time.Instant;
import org.complaintdesk.deadline.ClockKey;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Something others outside want from us because of a case, or we from them, with a time of its own. It ends by itself: a
 * case that is settled or closed leaves it open.
 */
public class OutsideMatter {

    @Id
    private Long id;
    @Version
    private int version;
    private ComplaintNumber caseNumber;
    private MatterKind kind;
    private Channel platform;
    private String party;
    private String reference;
    private WhoActs whoActs;
    private boolean acted;
    private Instant dueEntered;
    private String note;
    private String openedBy;
    private Instant openedAt;
    private MatterOutcome outcome;
    private String result;
    private String closedBy;
    private Instant closedAt;

    private OutsideMatter() {
    }

    static OutsideMatter open(ComplaintNumber caseNumber, NewMatter facts, String by, Instant now) {
        OutsideMatter matter = new OutsideMatter();
        matter.caseNumber = caseNumber;
        matter.kind = facts.kind();
        matter.platform = facts.platform();
        matter.party = facts.party();
        matter.reference = facts.reference();
        matter.whoActs = facts.whoActs();
        matter.dueEntered = facts.dueAt();
        matter.note = facts.note();
        matter.openedBy = by;
        matter.openedAt = now;
        return matter;
    }

    /** @throws IllegalStateException when it has ended */
    void goOn(MatterProgress progress) {
        guardOpen();
        boolean turns = turns(progress);
        acted = acted || turns && whoActs == WhoActs.US;
        whoActs = turns ? progress.whoActs() : whoActs;
        dueEntered = turns || progress.dueAt() != null ? progress.dueAt() : dueEntered;
        reference = progress.reference() == null ? reference : progress.reference();
    }

    /** @return whether somebody else has to act from now on */
    boolean turns(MatterProgress progress) {
        return progress.whoActs() != null && progress.whoActs() != whoActs;
    }

    /** @return whether there is anything in it that is not so already */
    boolean isChangedBy(MatterProgress progress) {
        return turns(progress) || progress.note() != null
                || progress.dueAt() != null && !progress.dueAt().equals(dueEntered)
                || progress.reference() != null && !progress.reference().equals(reference);
    }

    /** @throws IllegalStateException when it has ended */
    void close(MatterOutcome how, String what, String by, Instant now) {
        guardOpen();
        outcome = how;
        result = what;
        closedBy = by;
        closedAt = now;
    }

    private void guardOpen() {
        if (!isOpen()) {
            throw new IllegalStateException("Matter " + id + " of " + caseNumber + " has ended");
        }
    }

    public long id() {
        return id;
    }

    public ComplaintNumber caseNumber() {
        return caseNumber;
    }

    public MatterKind kind() {
        return kind;
    }

    /** @return which marketplace; null for other kinds */
    public Channel platform() {
        return platform;
    }

    /** @return who it is with; null when the kind says it */
    public String party() {
        return party;
    }

    /** @return their number for it, may be null */
    public String reference() {
        return reference;
    }

    public WhoActs whoActs() {
        return whoActs;
    }

    /** @return the due time somebody entered; null when policy gives it */
    public Instant dueEntered() {
        return dueEntered;
    }

    /** @return what it is about; what happened since is on the case's timeline */
    public String note() {
        return note;
    }

    public String openedBy() {
        return openedBy;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** @return how it ended; null while it is open */
    public MatterOutcome outcome() {
        return outcome;
    }

    public String result() {
        return result;
    }

    public String closedBy() {
        return closedBy;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** @return whether the case cannot go on before they have acted */
    public boolean holdsCase() {
        return isOpen() && whoActs == WhoActs.THEM;
    }

    /** @return the clock that says by when the next thing has to be done */
    public ClockKey clock() {
        return new ClockKey(caseNumber.value(), kind.clock(whoActs, acted), String.valueOf(id));
    }
}
