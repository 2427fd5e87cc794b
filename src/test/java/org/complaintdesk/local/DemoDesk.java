package org.complaintdesk.local;

/** What the demo cases need of the desk: the seam to the complaint module. */
interface DemoDesk {

    /** Whether any case exists, open or closed. */
    boolean hasCases();

    /** Registers the complaint and walks it to its stage. */
    void open(DemoComplaint complaint);
}
