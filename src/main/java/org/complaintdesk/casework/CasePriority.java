package org.complaintdesk.casework;

/** How cases queue: 0 to 100, higher first. */
public final class CasePriority {

    private static final int UNTRIAGED = 50;
    private static final int ESCALATED = 85;
    private static final int STEP = 5;

    private CasePriority() {
    }

    /**
     * @param proposed by triage; null before it
     * @return an escalated case goes before every other
     */
    public static int of(Integer proposed, int escalationLevel) {
        return of(proposed, escalationLevel, 0);
    }

    /**
     * @param proposed by triage; null before it
     * @param raise    by how much the risk of a breach puts a case forward that is not escalated
     * @return an escalated case goes before every other that is raised
     */
    public static int of(Integer proposed, int escalationLevel, int raise) {
        int known = proposed == null ? UNTRIAGED : proposed;
        return escalationLevel == 0 ? Math.max(known, Math.min(known + raise, ESCALATED + STEP - 1))
                : Math.min(100, Math.max(known, ESCALATED) + STEP * escalationLevel);
    }
}
