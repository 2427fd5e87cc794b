package org.complaintdesk.casework;

/** Something that can happen to a case; the words of each kind of case are an enum. */
public interface CaseHappening {

    /** @return whether the process itself does it, whoever's work led to it */
    boolean isAutomatic();
}
