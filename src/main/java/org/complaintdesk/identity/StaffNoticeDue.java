package org.complaintdesk.identity;

import java.util.Map;

/**
 * A colleague, or everyone in a group, must hear something about a case. Handled in the transaction that publishes it.
 *
 * @param recipient a user id or a group id
 * @param facts     ready display texts, in the installation's language, for the template of this kind
 */
public record StaffNoticeDue(String caseNumber, StaffNotice kind, String recipient, Map<String, String> facts) {
}
