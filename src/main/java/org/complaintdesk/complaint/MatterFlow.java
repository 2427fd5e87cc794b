package org.complaintdesk.complaint;

/** The flow of an outside matter, as the rest of the desk speaks to it. Every call joins the caller's transaction. */
public interface MatterFlow {

    /** Brings a matter before a colleague until it ends. */
    void begin(OutsideMatter matter);

    /** The matter turned to somebody else: from now on its other clock counts. To be called before that clock starts. */
    void turned(OutsideMatter matter);

    /** Something about the matter changed, beside its task: what is shown and when it is due. */
    void changed(OutsideMatter matter);

    /** The matter ended beside its task. */
    void ended(OutsideMatter matter);
}
