package org.complaintdesk.audit;

/** What is worth a line of the audit log. Labels: {@code AuditEvent.*} in the message bundles. */
public enum AuditEvent {
    SIGNED_IN, SIGN_IN_FAILED, SIGN_IN_THROTTLED, SIGNED_OUT, UNLOCKED, PASSWORD_CHANGED,
    /** Somebody saw a customer's contacts whole. */
    UNMASKED,
    EXPORTED, ERASED, MERGED, POLICY_CHANGED, CALENDAR_CHANGED, PERSON_CHANGED, GROUPS_CHANGED,
    /** A row of the engine's authorizations. */
    RIGHTS_CHANGED,
    SHOPS_CHANGED, SKILLS_CHANGED, HANDED_OVER, DEPLOYED, RETRIED, REASSIGNED,
    /** Somebody changed a running process past its tasks: suspended, moved, ended it or set its variables. */
    INTERVENED;

    /** @return whether it is about whoever does it, who is not signed in before or no longer after it */
    boolean isOwnDoing() {
        return this == SIGNED_IN || this == SIGNED_OUT;
    }
}
