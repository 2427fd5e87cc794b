package org.complaintdesk.identity;

import java.util.Map;

/**
 * A colleague, or everyone in a group, must hear something about a case. Handled in the transaction that publishes it.
 *
 * @param caseNumber a complaint, a review, or a mail that is not yet sorted, {@code mail-17}
 * @param recipient  a user id or a group id
 * @param facts      ready display texts, in the installation's language, for the template of this kind
 * @param shop       one of the settings that it is about; null when the case says so itself, or when it is about none
 */
public record StaffNoticeDue(String caseNumber, StaffNotice kind, String recipient, Map<String, String> facts, String shop) {

    public StaffNoticeDue(String caseNumber, StaffNotice kind, String recipient, Map<String, String> facts) {
        this(caseNumber, kind, recipient, facts, null);
    }
}
