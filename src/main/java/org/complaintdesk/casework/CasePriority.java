package org.complaintdesk.casework;

/** How cases queue: 0 to 100, higher first. */
public final class CasePriority {

    private static final int UNTRIAGED = 50;
    private static final int ESCALATED = 85;

    private CasePriority() {
    }

    /**
     * @param proposed by triage; null before it
     * @return an escalated case goes before every other
     */
    public static int of(Integer proposed, int escalationLevel) {
        int known = proposed == null ? UNTRIAGED : proposed;
        return escalationLevel == 0 ? known : Math.min(100, Math.max(known, ESCALATED) + 5 * escalationLevel);
    }
}
